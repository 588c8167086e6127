/// What residents see: items, columns, halls, topics and the site itself, as immutable values.
///
/// Everything here is parsed once at the border and then only read. Nothing in this package knows
/// files, SQL, HTTP or screens.
@NullMarked
package cn.gongkai.content.model;

import org.jspecify.annotations.NullMarked;
