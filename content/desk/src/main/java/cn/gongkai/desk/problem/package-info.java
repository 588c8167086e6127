/// What is wrong with authored content, said so that a clerk can mend it: file, line, code, reason.
@NullMarked
package cn.gongkai.desk.problem;

import org.jspecify.annotations.NullMarked;
