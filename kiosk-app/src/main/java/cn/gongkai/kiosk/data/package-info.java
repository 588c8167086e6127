/// The terminal's content as screens see it: the only package that knows the store.
@NullMarked
package cn.gongkai.kiosk.data;

import org.jspecify.annotations.NullMarked;
