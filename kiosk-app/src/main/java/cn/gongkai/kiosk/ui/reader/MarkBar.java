package cn.gongkai.kiosk.ui.reader;

import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.blocks.MarkPlaces;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// Leads from one place of the words looked for to the next, and takes the marks away. Not there
/// where nothing is marked.
final class MarkBar {

  private final FlowLine row = FlowLine.ofTouch();
  private final IntConsumer show;
  private final ObjectProperty<List<String>> marks;
  private final Label count = Nodes.tag("", "mark-count");
  private MarkPlaces places = new MarkPlaces(List.of(), 0);
  private int next;

  /// @param marks emptied when the reader wants no marks
  /// @param show brings a block of the text into view
  MarkBar(ObjectProperty<List<String>> marks, IntConsumer show) {
    this.show = show;
    this.marks = marks;
    row.getStyleClass().add("mark-bar");
    row.getChildren()
        .addAll(
            count,
            Nodes.button(
                ContentText.of("reader.marks.next"),
                FluentUiRegularAL.ARROW_DOWN_24,
                this::step,
                "plain-action"),
            Nodes.button(
                ContentText.of("reader.marks.clear"),
                FluentUiRegularAL.DISMISS_24,
                () -> marks.set(List.of()),
                "plain-action"));
    marks.subscribe(words -> appear());
  }

  Region node() {
    return row;
  }

  /// Another text, or the same with other words.
  void show(MarkPlaces found) {
    places = found;
    next = 0;
    count.setText(ContentText.of("reader.marks.count", Integer.toString(found.count())));
    appear();
  }

  private void appear() {
    boolean marked = !marks.get().isEmpty() && places.count() > 0;
    row.setVisible(marked);
    row.setManaged(marked);
  }

  private void step() {
    if (!places.blocks().isEmpty()) {
      show.accept(places.blocks().get(next));
      next = (next + 1) % places.blocks().size();
    }
  }
}
