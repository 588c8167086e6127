package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The kinds of entity, by the name they have in releases and in the store.
public enum EntityKind {
  SITE,
  COLUMN,
  HALL,
  TOPIC,
  SYNONYM,
  ITEM;

  private final String id = name().toLowerCase(Locale.ROOT);

  public static EntityKind of(Entity entity) {
    return switch (entity) {
      case Site ignored -> SITE;
      case Column ignored -> COLUMN;
      case Hall ignored -> HALL;
      case Topic ignored -> TOPIC;
      case Synonym ignored -> SYNONYM;
      case Item ignored -> ITEM;
    };
  }

  @JsonValue
  public String id() {
    return id;
  }

  @JsonCreator
  public static EntityKind ofId(String id) {
    for (EntityKind kind : values()) {
      if (kind.id().equals(id)) {
        return kind;
      }
    }
    throw new InvalidValue("MODEL-KIND", "unknown kind of entity: '" + id + "'");
  }
}
