package cn.gongkai.kiosk.input.ink;

/// What the terminal reads handwriting with, for the staff screen.
public enum InkParts {
  /// Nothing: 手写 is not offered.
  NONE,
  /// The classifier of strokes alone, because the line reader is missing or does not run here: a
  /// character at a time, and fewer of them come first.
  CLASSIFIER,
  /// Classifier and line reader together.
  CLASSIFIER_AND_READER
}
