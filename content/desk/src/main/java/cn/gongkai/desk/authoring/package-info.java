/// The authored folder, the desk's import and export format: read whole, with every problem told at
/// once, or not at all.
@NullMarked
package cn.gongkai.desk.authoring;

import org.jspecify.annotations.NullMarked;
