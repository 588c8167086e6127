package cn.gongkai.kiosk.screen.column;

/// The four ways to narrow a list.
enum FilterKind {
  YEAR,
  THEME,
  OFFICE,
  VALIDITY
}
