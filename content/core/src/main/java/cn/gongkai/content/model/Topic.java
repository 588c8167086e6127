package cn.gongkai.content.model;

import java.util.List;

/// A life topic (生活主题), such as 养老 or 种地: a resident's door into the items that carry it.
///
/// @param id of a-z, 0-9 and hyphens; items name it in `topics`
/// @param words what residents call it, for search
public record Topic(String id, String name, int order, String icon, List<String> words)
    implements Entity {

  public Topic {
    words = List.copyOf(words == null ? List.of() : words);
    InvalidValue.require(
        id.matches("[a-z0-9-]{2,40}"), "MODEL-TOPIC", "topic id must be of a-z 0-9 -: '%s'", id);
    InvalidValue.require(!name.isBlank(), "MODEL-TOPIC", "topic %s needs a name", id);
  }

  @Override
  public String key() {
    return id;
  }
}
