package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.PlainText;
import cn.gongkai.content.model.Run;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.ui.scroll.Piece;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Makes the nodes of a text's blocks.
public final class BlockNodes {

  /// Lists, notes and answers inside one another beyond this show their words only.
  static final int DEPTH_MAX = 6;

  private static final double LINE_EM = 1.75;
  private static final double CHARACTERS_A_LINE = 30;

  private final BlockContext context;

  public BlockNodes(BlockContext context) {
    this.context = context;
  }

  /// One piece for every block that shows something.
  public List<Piece> pieces(List<Block> blocks) {
    return blocks.stream().map(block -> new Piece(() -> node(block), guess(block))).toList();
  }

  /// Index of the piece with which a printed page begins; the first one where the page is unknown.
  public static int pieceOfPage(List<Block> blocks, int page) {
    int found = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.PageMark mark && mark.page() <= page) {
        found = i;
      }
    }
    return found;
  }

  /// The printed page that a piece stands on.
  public static int pageOfPiece(List<Block> blocks, int piece) {
    return IntStream.rangeClosed(0, Math.min(piece, blocks.size() - 1))
        .mapToObj(blocks::get)
        .filter(Block.PageMark.class::isInstance)
        .mapToInt(block -> ((Block.PageMark) block).page())
        .reduce(1, (before, page) -> page);
  }

  public Region node(Block block) {
    return node(block, 0);
  }

  private Region node(Block block, int depth) {
    if (depth > DEPTH_MAX) {
      return words(PlainText.of(List.of(block)));
    }
    return switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Paragraph paragraph -> paragraph(paragraph);
      case Block.Listing list -> listing(list, depth);
      case Block.Table table -> new TableView(table, context);
      case Block.Image image -> new PictureView(image, context);
      case Block.Video video -> context.media().video(video);
      case Block.Audio audio -> context.media().audio(audio);
      case Block.Note note -> note(note, depth);
      case Block.Question question -> question(question, depth);
      case Block.PageMark mark -> pageMark(mark);
    };
  }

  private Region words(String text) {
    return text.isBlank() ? new Region() : boxed(flow(List.of(Run.of(text)), Block.Align.LEFT));
  }

  private RunFlow flow(List<Run> runs, Block.Align align) {
    RunFlow flow = new RunFlow(runs, align, context);
    flow.getStyleClass()
        .add(context.face() == BlockContext.Face.OFFICIAL ? "face-official" : "face-plain");
    return flow;
  }

  /// Space around a flow belongs to a box, since a padded flow would draw its marks askew.
  private static StackPane boxed(RunFlow flow, String... styleClasses) {
    StackPane box = new StackPane(flow);
    box.setAlignment(Pos.TOP_LEFT);
    box.getStyleClass().add("block");
    box.getStyleClass().addAll(styleClasses);
    return box;
  }

  private Region heading(Block.Heading heading) {
    Block.Align align = heading.level() == 1 ? Block.Align.CENTER : Block.Align.LEFT;
    return boxed(flow(heading.runs(), align), "block-heading", "block-heading-" + heading.level());
  }

  private Region paragraph(Block.Paragraph paragraph) {
    return boxed(flow(paragraph.runs(), paragraph.align()), "block-paragraph");
  }

  private Region listing(Block.Listing list, int depth) {
    VBox rows = new VBox();
    rows.getStyleClass().addAll("block", "block-list");
    for (int i = 0; i < list.entries().size(); i++) {
      Label sign = new Label(list.ordered() ? ContentText.of("blocks.number", i + 1) : "•");
      sign.getStyleClass().add("block-list-sign");
      sign.setMinWidth(Region.USE_PREF_SIZE);
      VBox words = new VBox();
      list.entries().get(i).forEach(block -> words.getChildren().add(entry(block, depth)));
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox row = new HBox(sign, words);
      row.getStyleClass().add("block-list-row");
      rows.getChildren().add(row);
    }
    return rows;
  }

  /// A paragraph of a list is not indented: the sign before it is.
  private Region entry(Block block, int depth) {
    if (block instanceof Block.Paragraph p && p.align() == Block.Align.JUSTIFIED) {
      return node(new Block.Paragraph(Block.Align.LEFT, p.runs()), depth + 1);
    }
    return node(block, depth + 1);
  }

  private Region note(Block.Note note, int depth) {
    VBox box = new VBox();
    box.getStyleClass().add("note");
    note.blocks().forEach(block -> box.getChildren().add(entry(block, depth)));
    VBox outer = new VBox(box);
    outer.getStyleClass().add("block");
    return outer;
  }

  private Region question(Block.Question question, int depth) {
    RunFlow words = flow(List.of(Run.of(question.question())), Block.Align.LEFT);
    HBox asked = new HBox(badge("blocks.ask", "badge-ask"), boxed(words, "question-words"));
    asked.getStyleClass().add("question-row");
    HBox.setHgrow(asked.getChildren().get(1), Priority.ALWAYS);
    VBox answer = new VBox();
    question.answer().forEach(block -> answer.getChildren().add(entry(block, depth)));
    HBox.setHgrow(answer, Priority.ALWAYS);
    HBox answered = new HBox(badge("blocks.answer", "badge-answer"), answer);
    answered.getStyleClass().add("question-row");
    VBox box = new VBox(asked, answered);
    box.getStyleClass().add("question");
    VBox outer = new VBox(box);
    outer.getStyleClass().add("block");
    return outer;
  }

  private static Label badge(String key, String styleClass) {
    Label badge = new Label(ContentText.of(key));
    badge.getStyleClass().addAll("badge-round", styleClass);
    badge.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return badge;
  }

  private Region pageMark(Block.PageMark mark) {
    if (!context.pageMarks()) {
      return new Region();
    }
    Label words = new Label(ContentText.of("blocks.page", Integer.toString(mark.page())));
    words.getStyleClass().add("page-mark-words");
    words.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(rule(), words, rule());
    row.getStyleClass().add("page-mark");
    row.setOnMouseClicked(event -> context.actions().openPage(mark.page()));
    return row;
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("page-mark-rule");
    HBox.setHgrow(rule, Priority.ALWAYS);
    return rule;
  }

  private static double guess(Block block) {
    return switch (block) {
      case Block.Table table -> table.rows().size() * 2.2;
      case Block.Image image ->
          Math.min(40, CHARACTERS_A_LINE * image.height() / Math.max(1, image.width()));
      case Block.Video ignored -> 20;
      case Block.PageMark ignored -> 1;
      case Block.Heading ignored -> 3;
      case Block.Paragraph p -> lines(PlainText.ofRuns(p.runs()).length());
      case Block.Listing l -> lines(PlainText.of(List.of(l)).length()) + l.entries().size();
      case Block.Note n -> lines(PlainText.of(List.of(n)).length()) + 2;
      case Block.Question q -> lines(PlainText.of(List.of(q)).length()) + 3;
      case Block.Audio ignored -> 8;
    };
  }

  private static double lines(int characters) {
    return Math.ceil(characters / CHARACTERS_A_LINE + 0.5) * LINE_EM;
  }
}
