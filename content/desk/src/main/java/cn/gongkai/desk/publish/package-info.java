/// Makes a release of authored content: what changed, blobs, segments, phone pages, and the
/// signatures last. A site is changed wholly or not at all.
@NullMarked
package cn.gongkai.desk.publish;

import org.jspecify.annotations.NullMarked;
