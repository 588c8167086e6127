/// What several modules' tests need: the house rules, a clock that tests set, records with a
/// component changed. Test scope only.
@NullMarked
package cn.gongkai.testkit;

import org.jspecify.annotations.NullMarked;
