/// What a terminal is told at installation, and the limits of everything the agent does.
@NullMarked
package cn.gongkai.sync.config;

import org.jspecify.annotations.NullMarked;
