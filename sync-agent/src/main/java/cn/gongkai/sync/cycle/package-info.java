/// One bounded run from what is offered to what is applied, and the loop that repeats it.
@NullMarked
package cn.gongkai.sync.cycle;

import org.jspecify.annotations.NullMarked;
