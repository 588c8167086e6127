/// Where a resident is and how they get there: routes, screens, history, and the idle session.
@NullMarked
package cn.gongkai.kiosk.nav;

import org.jspecify.annotations.NullMarked;
