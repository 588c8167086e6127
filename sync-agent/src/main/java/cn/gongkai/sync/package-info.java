/// The sync agent: fetches what the site publishes, verifies it, applies it to the terminal's
/// store, and says honestly how that went. Knows no screen.
@NullMarked
package cn.gongkai.sync;

import org.jspecify.annotations.NullMarked;
