package cn.gongkai.kiosk.input.lexicon;

import java.util.List;

/// A word of a word list.
///
/// @param syllables one a character, without tones, `v` for ü
/// @param weight in the list's own measure, more than 0
record Word(String text, List<String> syllables, double weight) {}
