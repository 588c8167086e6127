package cn.gongkai.kiosk.app;

/// A place the tour goes to.
///
/// @param name of its picture, of a-z, 0-9 and hyphens
/// @param go brings the terminal there; on the JavaFX thread
record TourStop(String name, Runnable go) {}
