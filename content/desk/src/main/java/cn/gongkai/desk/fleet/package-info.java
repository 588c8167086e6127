/// All terminals together (终端总览): takes their receipts, keeps and proves them, and says of each
/// what it shows and what is wrong.
@NullMarked
package cn.gongkai.desk.fleet;

import org.jspecify.annotations.NullMarked;
