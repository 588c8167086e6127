/// Makes the pinyin lexicon at package time out of published word lists; not used by the terminal.
@NullMarked
package cn.gongkai.kiosk.input.lexicon;

import org.jspecify.annotations.NullMarked;
