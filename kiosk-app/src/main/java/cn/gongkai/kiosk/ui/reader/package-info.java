/// What all reading screens share: the page with its cards, codes and overlays.
@NullMarked
package cn.gongkai.kiosk.ui.reader;

import org.jspecify.annotations.NullMarked;
