/// Words: the message bundle and the wording of dates, ages and counts.
@NullMarked
package cn.gongkai.kiosk.text;

import org.jspecify.annotations.NullMarked;
