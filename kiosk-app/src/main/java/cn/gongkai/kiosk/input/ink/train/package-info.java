/// Makes the handwriting model at package time out of published strokes; not used by the terminal.
@NullMarked
package cn.gongkai.kiosk.input.ink.train;

import org.jspecify.annotations.NullMarked;
