/// Handwriting: what the pen drew as values, and what it may mean.
@NullMarked
package cn.gongkai.kiosk.input.ink;

import org.jspecify.annotations.NullMarked;
