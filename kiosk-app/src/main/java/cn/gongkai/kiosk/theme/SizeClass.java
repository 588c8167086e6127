package cn.gongkai.kiosk.theme;

/// Size of a panel by its diagonal; the style class of the same name is on the root.
public enum SizeClass {
  /// Below 27 inches, read from half a metre.
  SM,
  /// 27 to 38 inches.
  MD,
  /// Above 38 inches, read standing.
  LG
}
