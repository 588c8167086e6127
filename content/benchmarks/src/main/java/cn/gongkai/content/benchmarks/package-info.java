/// Load programs that measure the content core against others on the same data. Never shipped.
@NullMarked
package cn.gongkai.content.benchmarks;

import org.jspecify.annotations.NullMarked;
