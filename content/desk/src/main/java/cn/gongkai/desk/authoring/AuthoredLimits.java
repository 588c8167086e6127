package cn.gongkai.desk.authoring;

import cn.gongkai.desk.media.MediaLimits;
import cn.gongkai.desk.text.TextLimits;

/// How much an authored folder may hold.
///
/// @param items items of the whole folder
/// @param sourceBytes bytes of one text or YAML file
/// @param depth folders within folders
/// @param problems problems told at once; the rest are only counted
public record AuthoredLimits(
    int items, long sourceBytes, int depth, int problems, MediaLimits media, TextLimits text) {

  public static final AuthoredLimits STANDARD =
      new AuthoredLimits(500_000, 4L << 20, 12, 1000, MediaLimits.STANDARD, TextLimits.STANDARD);
}
