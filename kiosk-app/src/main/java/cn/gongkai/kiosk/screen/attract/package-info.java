/// What the terminal shows while nobody uses it (待机).
@NullMarked
package cn.gongkai.kiosk.screen.attract;

import org.jspecify.annotations.NullMarked;
