/// The publisher's side of The Update Framework: keys in a folder, and signed metadata in a site.
@NullMarked
package cn.gongkai.content.release.sign;

import org.jspecify.annotations.NullMarked;
