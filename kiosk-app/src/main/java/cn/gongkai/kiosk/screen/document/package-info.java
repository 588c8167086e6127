/// A document as it was issued, with whether it holds today and what explains it.
@NullMarked
package cn.gongkai.kiosk.screen.document;

import org.jspecify.annotations.NullMarked;
