/// The area a finger writes on.
@NullMarked
package cn.gongkai.kiosk.input.ink.pad;

import org.jspecify.annotations.NullMarked;
