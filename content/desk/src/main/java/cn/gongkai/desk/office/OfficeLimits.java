package cn.gongkai.desk.office;

/// What an office file may unpack to before it counts as unreadable: a small archive can unpack to
/// more than any memory holds.
///
/// @param parts files within the archive
/// @param partBytes bytes of one of them, unpacked
/// @param bytes bytes of all of them that are read, unpacked
/// @param depth files within files
public record OfficeLimits(int parts, long partBytes, long bytes, int depth) {

  public static final OfficeLimits STANDARD = new OfficeLimits(10_000, 128L << 20, 1L << 30, 3);
}
