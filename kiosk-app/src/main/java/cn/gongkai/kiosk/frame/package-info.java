/// What stays around every screen: top bar, bottom bar, reach mode, banners and the idle warning.
@NullMarked
package cn.gongkai.kiosk.frame;

import org.jspecify.annotations.NullMarked;
