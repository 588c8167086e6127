package cn.gongkai.kiosk.nav;

/// Makes the screen of a route; composed in `app`.
@FunctionalInterface
public interface ScreenFactory {
  Screen create(Route route);
}
