package cn.gongkai.sync.config;

import java.time.Duration;

/// Bounds of telling the desk, and of looking after sticks.
///
/// @param heartbeat how often a state that does not change is told again
/// @param retryMin pause after a first attempt that failed; it doubles with each that follows
/// @param retryMax longest pause
/// @param batchesMax batches of one attempt
/// @param batchBytes receipts of one batch, unpacked
/// @param answerBytes what is read of a desk's answer
/// @param requestAge how long what staff asked for is still done
/// @param lookEvery pause between two looks at sticks and requests
/// @param foldersMax entries of a folder of mounts that are looked at
/// @param stickFilesMax files of our own on a stick that are looked at
public record ReceiptLimits(
    Duration heartbeat,
    Duration retryMin,
    Duration retryMax,
    int batchesMax,
    int batchBytes,
    int answerBytes,
    Duration requestAge,
    Duration lookEvery,
    int foldersMax,
    int stickFilesMax) {

  public static final ReceiptLimits DEFAULT =
      new ReceiptLimits(
          Duration.ofHours(1),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          20,
          768 << 10,
          4 << 10,
          Duration.ofMinutes(15),
          Duration.ofSeconds(2),
          64,
          1_000);
}
