/// Printed pages: PDF files rendered off the screen's thread into a bounded cache.
@NullMarked
package cn.gongkai.kiosk.pdf;

import org.jspecify.annotations.NullMarked;
