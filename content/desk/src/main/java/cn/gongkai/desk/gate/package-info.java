/// The checks before publication: over the whole content, each with a code of its own.
@NullMarked
package cn.gongkai.desk.gate;

import org.jspecify.annotations.NullMarked;
