/// The screen of one item: loads it with all around it and shows the page its details ask for.
@NullMarked
package cn.gongkai.kiosk.screen.item;

import org.jspecify.annotations.NullMarked;
