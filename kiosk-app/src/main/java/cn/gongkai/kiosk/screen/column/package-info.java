/// Lists of items: a column, a life topic, a town's own news, everything new.
@NullMarked
package cn.gongkai.kiosk.screen.column;

import org.jspecify.annotations.NullMarked;
