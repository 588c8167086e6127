package cn.gongkai.sync.transfer;

import cn.gongkai.sync.site.Answer;
import cn.gongkai.sync.site.SitePath;
import cn.gongkai.sync.site.SiteSource;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A source of one file with the faults that lines and servers have.
final class FaultySource implements SiteSource {

  private final byte[] file;
  private final List<Long> offsets = new ArrayList<>();
  private int cutAt = Integer.MAX_VALUE;
  private int flipOnceAt = -1;
  private int flipAlwaysAt = -1;
  private boolean absentAfterwards;
  private boolean ranges = true;

  private FaultySource(byte[] file) {
    this.file = file;
  }

  static FaultySource of(byte[] file) {
    return new FaultySource(file);
  }

  /// The first answer ends after this many bytes.
  FaultySource cutAt(int bytes) {
    cutAt = bytes;
    return this;
  }

  /// The first answer has one wrong byte here.
  FaultySource flipOnce(int at) {
    flipOnceAt = at;
    return this;
  }

  FaultySource flipAlways(int at) {
    flipAlwaysAt = at;
    return this;
  }

  /// After the first answer the file is gone.
  FaultySource thenAbsent() {
    absentAfterwards = true;
    return this;
  }

  FaultySource withoutRanges() {
    ranges = false;
    return this;
  }

  List<Long> offsets() {
    return offsets;
  }

  @Override
  public Answer open(SitePath path, long offset) {
    offsets.add(offset);
    boolean first = offsets.size() == 1;
    if (absentAfterwards && (!first || cutAt == 0)) {
      return new Answer.Absent();
    }
    byte[] bytes = file.clone();
    if (first && flipOnceAt >= 0) {
      bytes[flipOnceAt] ^= 1;
    }
    if (flipAlwaysAt >= 0) {
      bytes[flipAlwaysAt] ^= 1;
    }
    int from = ranges ? (int) offset : 0;
    int to = first ? Math.min(bytes.length, cutAt) : bytes.length;
    return new Answer.Found(new ByteArrayInputStream(Arrays.copyOfRange(bytes, from, to)), from);
  }

  @Override
  public String name() {
    return "faulty";
  }

  @Override
  public void close() {}
}
