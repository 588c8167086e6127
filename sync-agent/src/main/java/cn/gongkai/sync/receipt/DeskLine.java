package cn.gongkai.sync.receipt;

/// The way to a desk that takes receipts.
public interface DeskLine extends AutoCloseable {

  /// Hands over one batch, packed and signed.
  DeskAnswer send(byte[] batch);

  @Override
  void close();
}
