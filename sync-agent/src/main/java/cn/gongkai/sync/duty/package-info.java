/// What an agent that goes on does beside its cycles: receipts, sticks, and what staff ask for.
@NullMarked
package cn.gongkai.sync.duty;

import org.jspecify.annotations.NullMarked;
