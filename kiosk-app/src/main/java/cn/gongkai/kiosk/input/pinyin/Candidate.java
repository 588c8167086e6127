package cn.gongkai.kiosk.input.pinyin;

/// Words that may have been meant.
///
/// @param text what is written when it is chosen
/// @param consumed how many characters of the input it stands for, counted from its beginning
/// @param completes whether the words go on beyond what was typed
public record Candidate(String text, int consumed, boolean completes) {}
