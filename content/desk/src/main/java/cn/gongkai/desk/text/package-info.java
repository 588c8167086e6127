/// Markdown and a subset of XHTML into blocks. What cannot be kept is a problem, never dropped.
@NullMarked
package cn.gongkai.desk.text;

import org.jspecify.annotations.NullMarked;
