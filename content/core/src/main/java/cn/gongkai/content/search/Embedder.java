package cn.gongkai.content.search;

import java.util.Optional;

/// Turns a text into a direction of meaning: texts that mean alike point alike, whatever their
/// words. Thread-safe.
public interface Embedder {

  /// Numbers of a direction.
  int DIMENSIONS = 512;

  /// @param text its beginning counts
  /// @return [#DIMENSIONS] numbers whose squares add up to 1; empty where none can be made
  Optional<float[]> embed(String text);
}
