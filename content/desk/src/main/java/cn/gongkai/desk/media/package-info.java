/// Files beside the text: what they really are, read from their bytes, and how they are named.
@NullMarked
package cn.gongkai.desk.media;

import org.jspecify.annotations.NullMarked;
