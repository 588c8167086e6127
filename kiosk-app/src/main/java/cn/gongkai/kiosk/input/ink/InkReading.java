package cn.gongkai.kiosk.input.ink;

/// What an ink may mean.
///
/// @param text a character, or a line of some
/// @param score logarithmic, higher is likelier; only to compare readings of one ink
public record InkReading(String text, double score) {}
