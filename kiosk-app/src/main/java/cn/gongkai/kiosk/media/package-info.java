/// Video and sound with captions and transcript; what cannot be played costs only itself.
@NullMarked
package cn.gongkai.kiosk.media;

import org.jspecify.annotations.NullMarked;
