/// Work off the screen's thread: loads that come back to it, the latest winning, and their faults.
@NullMarked
package cn.gongkai.kiosk.work;

import org.jspecify.annotations.NullMarked;
