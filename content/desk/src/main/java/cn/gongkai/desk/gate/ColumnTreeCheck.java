package cn.gongkai.desk.gate;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The columns are a tree: going up from any of them comes to an end.
final class ColumnTreeCheck implements Check {

  @Override
  public void check(Authored.Content content, Findings findings) {
    Map<ColumnId, Column> columns = new HashMap<>();
    content.columns().forEach(entry -> columns.putIfAbsent(entry.entity().id(), entry.entity()));
    for (Entry<Column> entry : content.columns()) {
      Set<ColumnId> passed = new HashSet<>();
      Optional<ColumnId> at = Optional.of(entry.entity().id());
      while (at.isPresent() && passed.add(at.get())) {
        at = Optional.ofNullable(columns.get(at.get())).flatMap(Column::parent);
      }
      if (at.isPresent()) {
        int line = entry.source().lineOf("parent");
        findings.add(Rule.COLUMN_CYCLE, entry.source(), line, entry.entity().name());
      }
    }
  }
}
