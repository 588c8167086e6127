/// Serves a terminal's own verified files to its neighbours on the local network.
@NullMarked
package cn.gongkai.sync.share;

import org.jspecify.annotations.NullMarked;
