package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.input.ink.InkLimits;
import cn.gongkai.kiosk.input.ink.pad.WritingPad;
import cn.gongkai.kiosk.input.pinyin.Candidate;
import cn.gongkai.kiosk.input.pinyin.Layout;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The keys under the finger: candidates above, then the keys of the chosen mode, then the modes.
/// Every key is at least a finger wide in both directions, at any text size; in less height than it
/// would like the rows are lower, and the letters on them as much smaller.
public final class Keyboard extends VBox {

  private static final List<String> LETTERS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");
  private static final List<String> FIGURES = List.of("1234567890", "〔〕-（）年月号第发");
  private static final List<List<String>> NINE =
      List.of(List.of("abc", "def", "ghi", "jkl"), List.of("mno", "pqrs", "tuv", "wxyz"));
  private static final int FIRST_OF_NINE = 2;

  private final TypingViewModel model;
  private final WritingViewModel writing;
  private final WritingPad pad;
  private final VBox keys = new VBox();
  private final HBox modes = row();
  private final KeySizes sizes = new KeySizes();
  private final CandidateBar candidates;
  private final Subscription following;
  private final InputMethod method;
  private final TypedWords typed;
  private final ClearKey clear;
  private final boolean upright;

  /// Letters, figures and signs, without candidates.
  public Keyboard(TypedWords typed) {
    this(typed, InputMethod.lettersOnly());
  }

  /// For an upright panel.
  public Keyboard(TypedWords typed, InputMethod method) {
    this(typed, method, true);
  }

  /// @param upright whether the panel is; on one that lies, the modes stand beside the pad, because
  ///   there is no height to spare
  public Keyboard(TypedWords typed, InputMethod method, boolean upright) {
    this.upright = upright;
    this.method = method;
    this.typed = typed;
    this.model = new TypingViewModel(typed, method);
    this.writing = new WritingViewModel(typed, method);
    this.pad = new WritingPad(writing, InkLimits.DEFAULT, Messages.of("keyboard.pad"));
    this.candidates = new CandidateBar(this::choose);
    this.clear = new ClearKey(typed, method.ticker(), this::clearAll);
    getStyleClass().addAll("keyboard", Styles.TOUCH_GAP);
    getStylesheets().add(Styles.sheet(Keyboard.class, "keyboard.css"));
    keys.getStyleClass().add(Styles.TOUCH_GAP);
    candidates.managedProperty().bind(candidates.visibleProperty());
    VBox.setVgrow(keys, Priority.ALWAYS);
    getChildren().addAll(sizes, candidates, keys, modes);
    model.candidatesProperty().subscribe(found -> offer());
    writing.candidatesProperty().subscribe(found -> offer());
    writing.inkProperty().subscribe(pad::show);
    model.modeProperty().subscribe(mode -> layOut());
    model.composesProperty().subscribe(composes -> layOut());
    // The method outlives the keyboard.
    following = method.handwritingProperty().subscribe(recogniser -> layOut());
  }

  /// Forgets what is being composed. Call when the screen is disposed of.
  public void dispose() {
    following.unsubscribe();
    clear.dispose();
    model.dispose();
    writing.dispose();
  }

  WritingViewModel writing() {
    return writing;
  }

  TypingViewModel model() {
    return model;
  }

  CandidateBar candidates() {
    return candidates;
  }

  // Layout

  /// As high as the rows like to be, whatever size the letters have at the moment.
  @Override
  protected double computePrefHeight(double width) {
    sizes.applyCss();
    double room = 2 * (sizes.likedRow() - sizes.leastRow());
    return Math.max(height(sizes.likedRow()), writes() ? super.computePrefHeight(width) + room : 0);
  }

  @Override
  protected double computeMinHeight(double width) {
    sizes.applyCss();
    return Math.max(height(sizes.leastRow()), super.computeMinHeight(width));
  }

  @Override
  protected void layoutChildren() {
    double inner = getHeight() - snappedTopInset() - snappedBottomInset();
    sizes.fit(
        this,
        (inner - (rows() - 1) * getSpacing()) / rows(),
        modeWidth(getWidth() - snappedLeftInset() - snappedRightInset()));
    super.layoutChildren();
  }

  private double height(double row) {
    return snapSizeY(rows() * row + (rows() - 1) * getSpacing())
        + snappedTopInset()
        + snappedBottomInset();
  }

  /// Candidates, keys and modes.
  private int rows() {
    return keyRows() + (candidates.isManaged() ? 1 : 0) + (modes.isManaged() ? 1 : 0);
  }

  private int keyRows() {
    return besidePad().map(WritingKeys::rows).orElse(keys.getChildren().size());
  }

  /// Width of a key that names a mode.
  private double modeWidth(double width) {
    return modes.isManaged()
        ? width / modes.getChildren().size() - modes.getSpacing()
        : besidePad().map(beside -> beside.keyWidth(width)).orElse(width);
  }

  private Optional<WritingKeys> besidePad() {
    return keys.getChildren().stream()
        .filter(WritingKeys.class::isInstance)
        .map(WritingKeys.class::cast)
        .findFirst();
  }

  private boolean writes() {
    return model.modeProperty().get() == KeyMode.HANDWRITING;
  }

  private void layOut() {
    KeyMode mode = model.modeProperty().get();
    boolean writes = writes();
    candidates.setVisible(mode.offers());
    candidates.hint(Messages.of(writes ? "keyboard.hint.pad" : "keyboard.hint"));
    if (!writes) {
      writing.wipe();
    }
    offer();
    keys.getChildren()
        .setAll(
            switch (mode) {
              case PINYIN, LETTERS -> letters(mode);
              case NINE_KEYS -> nine();
              case HANDWRITING -> List.of(writingKeys());
              case FIGURES -> figures();
            });
    modes.getChildren().setAll(writes && !upright ? List.of() : modes());
    modes.setManaged(!modes.getChildren().isEmpty());
  }

  private WritingKeys writingKeys() {
    Button erase = key(Messages.of("keyboard.erase"), "key-wide", writing::erase);
    HeldErase.on(erase, method.ticker(), typed, writing::erase, this::clearAll);
    return new WritingKeys(writing, pad, erase, upright ? List.of() : modes());
  }

  private List<ButtonBase> modes() {
    List<ButtonBase> keys = new ArrayList<>();
    for (KeyMode mode : KeyMode.values()) {
      if (offered(mode)) {
        keys.add(mode(mode, mode == model.modeProperty().get()));
      }
    }
    keys.add(clear.node());
    return keys;
  }

  private boolean offered(KeyMode mode) {
    return switch (mode) {
      case PINYIN, NINE_KEYS -> model.composesProperty().get();
      case HANDWRITING -> method.handwritingProperty().get().isPresent();
      case LETTERS, FIGURES -> true;
    };
  }

  private void offer() {
    candidates.show((writes() ? writing.candidatesProperty() : model.candidatesProperty()).get());
  }

  private void choose(Candidate candidate) {
    if (writes()) {
      writing.choose(candidate);
    } else {
      model.choose(candidate);
    }
  }

  private List<HBox> letters(KeyMode mode) {
    List<HBox> rows = rows(LETTERS, "key-letter");
    if (mode == KeyMode.PINYIN) {
      rows.getLast().getChildren().addFirst(separator());
    }
    rows.getLast().getChildren().add(erase());
    return rows;
  }

  private List<HBox> figures() {
    List<HBox> rows = rows(FIGURES, "key-letter");
    HBox last = row();
    for (String key : List.of("政", "办", "字", "期")) {
      last.getChildren().add(key(key, "key-letter", () -> model.press(key)));
    }
    last.getChildren().add(erase());
    rows.add(last);
    return rows;
  }

  /// The digit of a key is what it sends, its letters are what is looked for on it.
  private List<HBox> nine() {
    List<HBox> rows = new ArrayList<>();
    int digit = FIRST_OF_NINE;
    for (List<String> letters : NINE) {
      HBox row = row();
      for (String words : letters) {
        String sent = String.valueOf(digit++);
        row.getChildren()
            .add(key(words.toUpperCase(Locale.ROOT), "key-nine", () -> model.press(sent)));
      }
      rows.add(row);
    }
    HBox last = row();
    last.getChildren().addAll(separator(), erase());
    rows.add(last);
    return rows;
  }

  private List<HBox> rows(List<String> rows, String style) {
    List<HBox> made = new ArrayList<>();
    for (String row : rows) {
      HBox line = row();
      row.chars()
          .mapToObj(Character::toString)
          .forEach(sent -> line.getChildren().add(key(sent, style, () -> model.press(sent))));
      made.add(line);
    }
    return made;
  }

  static HBox row() {
    HBox row = new HBox();
    row.getStyleClass().addAll("key-row", Styles.TOUCH_GAP);
    VBox.setVgrow(row, Priority.ALWAYS);
    return row;
  }

  private Button separator() {
    return key(
        Messages.of("keyboard.separate"),
        "key-wide",
        () -> model.press(String.valueOf(Layout.SEPARATOR)));
  }

  private Button erase() {
    Button key = key(Messages.of("keyboard.erase"), "key-wide", model::erase);
    key.setGraphic(Icons.of(Icon.ERASE));
    HeldErase.on(key, method.ticker(), typed, model::erase, this::clearAll);
    return key;
  }

  private void clearAll() {
    writing.wipe();
    model.clear();
  }

  private ToggleButton mode(KeyMode of, boolean on) {
    ToggleButton key = new ToggleButton(name(of));
    key.getStyleClass().setAll("key", "key-mode", Styles.TOUCH);
    key.setFocusTraversable(false);
    key.setMaxWidth(Double.MAX_VALUE);
    key.setMaxHeight(Double.MAX_VALUE);
    HBox.setHgrow(key, Priority.ALWAYS);
    key.setSelected(on);
    key.setOnAction(
        event -> {
          key.setSelected(true);
          model.switchTo(of);
        });
    return key;
  }

  private static String name(KeyMode mode) {
    return switch (mode) {
      case PINYIN -> Messages.of("keyboard.pinyin");
      case NINE_KEYS -> Messages.of("keyboard.nine");
      case HANDWRITING -> Messages.of("keyboard.handwriting");
      case LETTERS -> Messages.of("keyboard.letters");
      case FIGURES -> Messages.of("keyboard.figures");
    };
  }

  static Button key(String words, String style, Runnable action) {
    Button key = new Button(words);
    key.getStyleClass().setAll("key", style, Styles.TOUCH);
    key.setFocusTraversable(false);
    key.setMaxWidth(Double.MAX_VALUE);
    key.setMaxHeight(Double.MAX_VALUE);
    HBox.setHgrow(key, Priority.ALWAYS);
    key.setOnAction(event -> action.run());
    return key;
  }
}
