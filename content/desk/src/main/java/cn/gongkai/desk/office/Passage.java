package cn.gongkai.desk.office;

/// A piece of text from an office file: a paragraph, a cell, the words of a shape.
///
/// @param place where it stands, in words for staff, such as 工作表“名单”B7
/// @param number whether it is the value of a numeric cell, kept by spreadsheets to 15 digits only
public record Passage(String place, String text, boolean number) {

  static Passage text(String place, String text) {
    return new Passage(place, text, false);
  }
}
