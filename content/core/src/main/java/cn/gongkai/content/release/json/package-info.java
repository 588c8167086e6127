/// JSON as signed metadata needs it: strict to read, kept whole, and canonical to sign.
@NullMarked
package cn.gongkai.content.release.json;

import org.jspecify.annotations.NullMarked;
