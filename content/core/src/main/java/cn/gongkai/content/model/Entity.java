package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// Anything a release carries. Entities are named by kind and key, and replaced whole.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Site.class, name = "site"),
  @JsonSubTypes.Type(value = Column.class, name = "column"),
  @JsonSubTypes.Type(value = Hall.class, name = "hall"),
  @JsonSubTypes.Type(value = Topic.class, name = "topic"),
  @JsonSubTypes.Type(value = Synonym.class, name = "synonym"),
  @JsonSubTypes.Type(value = Item.class, name = "item")
})
public sealed interface Entity permits Site, Column, Hall, Topic, Synonym, Item {

  /// Unique among entities of the same kind.
  @JsonIgnore
  String key();

  @JsonIgnore
  default EntityRef ref() {
    return new EntityRef(EntityKind.of(this), key());
  }
}
