package cn.gongkai.desk.text;

/// How much one text may hold.
///
/// @param characters characters of the source
/// @param depth lists within lists, notes within notes
/// @param tableRows rows of one table
/// @param tableColumns columns of one table
public record TextLimits(int characters, int depth, int tableRows, int tableColumns) {

  public static final TextLimits STANDARD = new TextLimits(2_000_000, 8, 5000, 64);
}
