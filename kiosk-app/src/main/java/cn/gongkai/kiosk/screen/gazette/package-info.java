/// The gazette: covers by year, an issue's contents, its pages as printed and as large text.
@NullMarked
package cn.gongkai.kiosk.screen.gazette;

import org.jspecify.annotations.NullMarked;
