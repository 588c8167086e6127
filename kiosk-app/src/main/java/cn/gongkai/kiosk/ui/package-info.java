/// Touch controls shared by all screens.
@NullMarked
package cn.gongkai.kiosk.ui;

import org.jspecify.annotations.NullMarked;
