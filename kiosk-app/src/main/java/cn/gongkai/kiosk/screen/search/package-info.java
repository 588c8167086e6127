/// Search (搜索): own keyboard, results while typing, never an empty page.
@NullMarked
package cn.gongkai.kiosk.screen.search;

import org.jspecify.annotations.NullMarked;
