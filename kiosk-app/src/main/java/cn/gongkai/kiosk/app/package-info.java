/// The program: command line, composition root, window and tour.
@NullMarked
package cn.gongkai.kiosk.app;

import org.jspecify.annotations.NullMarked;
