/// The desk's command line.
@NullMarked
package cn.gongkai.desk.cli;

import org.jspecify.annotations.NullMarked;
