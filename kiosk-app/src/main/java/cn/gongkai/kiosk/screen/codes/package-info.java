/// 码上见: a wall of codes by subject, and one code as large as the screen.
@NullMarked
package cn.gongkai.kiosk.screen.codes;

import org.jspecify.annotations.NullMarked;
