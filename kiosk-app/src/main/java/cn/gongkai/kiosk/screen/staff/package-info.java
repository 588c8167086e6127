/// What staff need to know of this terminal, and the few things they can ask of it.
@NullMarked
package cn.gongkai.kiosk.screen.staff;

import org.jspecify.annotations.NullMarked;
