package cn.gongkai.kiosk.screen.codes;

import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The codes that are shown on a day, by subject, in the order in which subjects first appear.
final class CodeGroups {

  /// A code with its item.
  record Entry(Item item, Details.Code code) {}

  private CodeGroups() {}

  /// Expired codes are left out: their last day is still shown.
  static Map<String, List<Entry>> on(LocalDate day, List<Item> items) {
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    for (Item item : items) {
      if (item.details() instanceof Details.Code code && !isExpired(code, day)) {
        groups
            .computeIfAbsent(code.subject(), subject -> new ArrayList<>())
            .add(new Entry(item, code));
      }
    }
    return groups;
  }

  static boolean isExpired(Details.Code code, LocalDate day) {
    return code.expiresOn().filter(day::isAfter).isPresent();
  }
}
