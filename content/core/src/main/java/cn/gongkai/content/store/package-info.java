/// The terminal's content on disk: the only SQL and the only file layout. Reading, applying a
/// release, blobs, integrity.
@NullMarked
package cn.gongkai.content.store;

import org.jspecify.annotations.NullMarked;
