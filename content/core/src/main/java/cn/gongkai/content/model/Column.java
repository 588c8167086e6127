package cn.gongkai.content.model;

import java.util.Optional;

/// A column (栏目). The tree of columns is content: the county changes it without a new program.
///
/// @param order position among its siblings, small first
/// @param icon name in the terminal's icon set; an unknown name shows the default icon
/// @param abstractText one sentence under the title
/// @param freshDays how many days may pass without anything new before staff are warned
public record Column(
    ColumnId id,
    Optional<ColumnId> parent,
    String name,
    Presentation presentation,
    int order,
    String icon,
    Optional<String> abstractText,
    Optional<Integer> freshDays)
    implements Entity {

  public Column {
    InvalidValue.require(!name.isBlank(), "MODEL-COLUMN", "column %s needs a name", id);
    InvalidValue.require(
        parent.isEmpty() || !parent.get().equals(id),
        "MODEL-COLUMN",
        "column %s cannot be its own parent",
        id);
  }

  @Override
  public String key() {
    return id.value();
  }
}
