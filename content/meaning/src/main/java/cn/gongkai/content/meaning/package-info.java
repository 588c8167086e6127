/// What texts mean: a published network that turns a Chinese text into a direction, in ONNX
/// Runtime.
@NullMarked
package cn.gongkai.content.meaning;

import org.jspecify.annotations.NullMarked;
