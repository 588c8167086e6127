/// A small web server for a published site: for trying it out, for a hall without any other, and
/// for tests. Any other web server does as well.
@NullMarked
package cn.gongkai.desk.web;

import org.jspecify.annotations.NullMarked;
