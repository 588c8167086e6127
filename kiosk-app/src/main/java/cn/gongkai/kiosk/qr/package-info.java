/// Codes a resident photographs: whole pixels a module, sized in millimetres, dark on white.
@NullMarked
package cn.gongkai.kiosk.qr;

import org.jspecify.annotations.NullMarked;
