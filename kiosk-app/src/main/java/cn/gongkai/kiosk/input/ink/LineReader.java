package cn.gongkai.kiosk.input.ink;

import cn.gongkai.kiosk.work.FaultException;
import java.util.List;

/// Reads a picture of a written line. Thread-safe.
interface LineReader {

  /// The signs it knows. The first is empty: the gap between two signs.
  List<String> signs();

  /// For each place along the line the probability of each sign.
  ///
  /// @throws FaultException [OnnxReader#UNUSABLE] where the reader fails
  float[][] read(InkImage image) throws FaultException;
}
