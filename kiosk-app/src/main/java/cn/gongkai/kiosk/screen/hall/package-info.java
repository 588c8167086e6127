/// Whom to ask here (求助), and how to use the screen (教我用).
@NullMarked
package cn.gongkai.kiosk.screen.hall;

import org.jspecify.annotations.NullMarked;
