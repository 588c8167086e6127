/// What several modules' tests need: the house rules, a clock that tests set. Test scope only.
@NullMarked
package cn.gongkai.testkit;

import org.jspecify.annotations.NullMarked;
