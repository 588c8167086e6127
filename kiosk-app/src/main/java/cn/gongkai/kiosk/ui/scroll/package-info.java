/// Kinetic scrolling with one finger: dragging, running on, and a virtualised column of pieces.
@NullMarked
package cn.gongkai.kiosk.ui.scroll;

import org.jspecify.annotations.NullMarked;
