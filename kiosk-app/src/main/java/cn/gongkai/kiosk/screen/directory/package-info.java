/// Who holds what (谁来管): an office, its address, telephone and hours.
@NullMarked
package cn.gongkai.kiosk.screen.directory;

import org.jspecify.annotations.NullMarked;
