/// Columns that are shown whole on a wall: gazette covers and codes.
@NullMarked
package cn.gongkai.kiosk.screen.wall;

import org.jspecify.annotations.NullMarked;
