package cn.gongkai.content.report;

/// Bounds of receipts and of the batches they travel in.
///
/// @param lineBytes longest receipt
/// @param batchLines receipts of one batch
/// @param batchBytes a batch unpacked
/// @param packedBytes a batch as it travels
/// @param channels heads of one receipt
/// @param counts counted events of one receipt
/// @param faults codes of faults of one receipt
public record ReportLimits(
    int lineBytes,
    int batchLines,
    int batchBytes,
    int packedBytes,
    int channels,
    int counts,
    int faults) {

  public static final ReportLimits STANDARD =
      new ReportLimits(64 << 10, 500, 4 << 20, 1 << 20, 256, 200, 50);
}
