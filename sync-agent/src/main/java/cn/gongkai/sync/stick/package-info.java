/// A published site on its way to a hall without a line: what is written to a stick, and what one
/// says.
@NullMarked
package cn.gongkai.sync.stick;

import org.jspecify.annotations.NullMarked;
