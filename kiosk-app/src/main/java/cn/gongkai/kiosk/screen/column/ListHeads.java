package cn.gongkai.kiosk.screen.column;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Hall;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.text.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What stands over each kind of list, read from the outline in view.
final class ListHeads {

  private ListHeads() {}

  static Function<Outline, ListHead> ofColumn(ColumnId id, Supplier<LocalDate> today) {
    return outline ->
        new ListHead(
            outline.columnName(id),
            outline.findColumn(id).flatMap(Column::abstractText).orElse(""),
            facts(outline, id, today.get()),
            outline.filledChildren(id).stream()
                .map(column -> part(outline, column, today.get()))
                .toList());
  }

  static Function<Outline, ListHead> ofTopic(String id) {
    return outline ->
        new ListHead(
            outline.findTopic(id).map(topic -> topic.name()).orElse(id),
            Messages.of("list.topic.about"),
            "",
            List.of());
  }

  static Function<Outline, ListHead> ofDivision(DivisionCode division) {
    return outline ->
        new ListHead(
            outline.halls().stream()
                .filter(hall -> hall.division().equals(division))
                .findFirst()
                .map(Hall::name)
                .orElse(division.value()),
            Messages.of("list.own.about"),
            "",
            List.of());
  }

  static Function<Outline, ListHead> ofNewest() {
    return outline ->
        new ListHead(Messages.of("home.newest"), Messages.of("list.newest.about"), "", List.of());
  }

  private static ListHead.Part part(Outline outline, Column column, LocalDate today) {
    return new ListHead.Part(
        column.id(), column.name(), column.icon(), facts(outline, column.id(), today));
  }

  private static String facts(Outline outline, ColumnId id, LocalDate today) {
    return outline
        .findFilled(id)
        .map(
            filled ->
                Messages.of(
                    "home.tile.facts",
                    String.valueOf(filled.items()),
                    Wording.dayNear(filled.newest().toLocalDate(), today)))
        .orElse("");
  }
}
