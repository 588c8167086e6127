/// Bytes on their way: resumable, bounded, verified chunk by chunk before they count.
@NullMarked
package cn.gongkai.sync.transfer;

import org.jspecify.annotations.NullMarked;
