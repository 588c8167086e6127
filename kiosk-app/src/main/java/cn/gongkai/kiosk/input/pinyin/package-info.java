/// The pinyin engine: turns typed letters, initials and nine-key digits into Chinese words.
@NullMarked
package cn.gongkai.kiosk.input.pinyin;

import org.jspecify.annotations.NullMarked;
