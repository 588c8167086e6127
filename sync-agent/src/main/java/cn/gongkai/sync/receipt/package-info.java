/// What the agent tells the desk: receipts written from its outcomes, sent by line, or carried on a
/// stick.
@NullMarked
package cn.gongkai.sync.receipt;

import org.jspecify.annotations.NullMarked;
