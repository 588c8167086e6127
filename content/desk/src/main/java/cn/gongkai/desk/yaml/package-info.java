/// YAML with the line of every value, and typed reading of maps that collects all problems.
@NullMarked
package cn.gongkai.desk.yaml;

import org.jspecify.annotations.NullMarked;
