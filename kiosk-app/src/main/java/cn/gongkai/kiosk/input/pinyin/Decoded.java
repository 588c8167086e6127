package cn.gongkai.kiosk.input.pinyin;

import java.util.List;

/// What an input may mean.
///
/// @param input as it was read: cleaned, cut to what is read at most
/// @param spelled the input as letters of its likeliest syllables, with spaces between them
/// @param candidates likeliest first
public record Decoded(String input, String spelled, List<Candidate> candidates) {

  public static final Decoded NOTHING = new Decoded("", "", List.of());

  public Decoded {
    candidates = List.copyOf(candidates);
  }
}
