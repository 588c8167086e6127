package cn.gongkai.kiosk.nav;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.ItemId;
import java.util.Optional;

/// A place a resident can be. Screens meet only through routes.
public sealed interface Route {

  /// What the screen shows while nobody uses it (待机).
  record Attract() implements Route {}

  /// The first screen (首页).
  record Home() implements Route {}

  /// A column in the form its presentation asks for.
  ///
  /// @param division only what this division published
  record ColumnList(ColumnId column, Optional<DivisionCode> division) implements Route {
    public static ColumnList of(ColumnId column) {
      return new ColumnList(column, Optional.empty());
    }
  }

  /// Everything of one division, newest first: a town's own news.
  record DivisionList(DivisionCode division) implements Route {}

  /// Everything published, newest first (最新公开).
  record Newest() implements Route {}

  /// Everything under a life topic.
  record TopicList(String topic) implements Route {}

  /// An item on the screen natural to its details.
  record ItemView(ItemId id) implements Route {}

  /// A gazette issue at a page.
  ///
  /// @param page 1 for the first page
  /// @param reflowed true for large running text, false for the printed page
  record GazettePages(ItemId issue, int page, boolean reflowed) implements Route {}

  /// One code (码上见), large.
  record BigCode(ItemId id) implements Route {}

  /// Search, with words already typed or none.
  record Search(String words) implements Route {}

  /// Whom to ask here: this hall and the disclosure office.
  record Hall() implements Route {}

  /// What staff need to know of this terminal (工作人员).
  record Staff() implements Route {}

  /// How to use this screen (教我用).
  record Help() implements Route {}
}
