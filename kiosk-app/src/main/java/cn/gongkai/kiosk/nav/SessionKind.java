package cn.gongkai.kiosk.nav;

/// How long a resident may be still on a screen before it is reset; see [IdleLimits].
public enum SessionKind {
  ATTRACT,
  HOME,
  LIST,
  READING
}
