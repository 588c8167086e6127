/// The terminal's own keyboard.
@NullMarked
package cn.gongkai.kiosk.input;

import org.jspecify.annotations.NullMarked;
