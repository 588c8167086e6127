/// What a publisher remembers of the last publication, so that the next one costs by the change. It
/// is only ever a shorter way to what the files themselves say.
@NullMarked
package cn.gongkai.desk.index;

import org.jspecify.annotations.NullMarked;
