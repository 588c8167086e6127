package cn.gongkai.kiosk.input.pinyin;

/// A stretch of the input read as one of some syllables.
///
/// @param end where the next stretch begins
/// @param penalty what it costs to read it so, in nats
record Arc(int end, SyllableSet syllables, double penalty) {}
