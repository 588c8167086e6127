/// What a terminal tells the desk of itself: receipts, each bound to the one before, in signed
/// batches that travel by line or by stick.
@NullMarked
package cn.gongkai.content.report;

import org.jspecify.annotations.NullMarked;
