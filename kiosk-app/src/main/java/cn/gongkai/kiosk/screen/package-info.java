/// What all screens share: their surroundings.
@NullMarked
package cn.gongkai.kiosk.screen;

import org.jspecify.annotations.NullMarked;
