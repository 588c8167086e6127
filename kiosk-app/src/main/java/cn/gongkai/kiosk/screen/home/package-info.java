/// The first screen (首页).
@NullMarked
package cn.gongkai.kiosk.screen.home;

import org.jspecify.annotations.NullMarked;
