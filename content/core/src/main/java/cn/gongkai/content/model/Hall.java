package cn.gongkai.content.model;

import java.util.Optional;

/// A hall with a terminal: the county service centre or a township's.
///
/// @param id for example `370323104` or `center`
/// @param division whose news comes first here
/// @param telephone whom a resident rings
/// @param hours opening hours in words
public record Hall(
    String id,
    String name,
    DivisionCode division,
    Optional<String> address,
    Optional<String> telephone,
    Optional<String> hours)
    implements Entity {

  public Hall {
    InvalidValue.require(
        id.matches("[a-z0-9-]{2,40}"), "MODEL-HALL", "hall id must be of a-z 0-9 -: '%s'", id);
    InvalidValue.require(!name.isBlank(), "MODEL-HALL", "hall %s needs a name", id);
  }

  @Override
  public String key() {
    return id;
  }
}
