/// Networks in ONNX Runtime: how one is opened, for whoever asks it.
@NullMarked
package cn.gongkai.content.onnx;

import org.jspecify.annotations.NullMarked;
