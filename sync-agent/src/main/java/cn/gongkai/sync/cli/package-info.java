/// The agent's command line.
@NullMarked
package cn.gongkai.sync.cli;

import org.jspecify.annotations.NullMarked;
