/// A small authored folder for the tests of the desk.
@NullMarked
package cn.gongkai.desk.sample;

import org.jspecify.annotations.NullMarked;
