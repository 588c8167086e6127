package cn.gongkai.desk.publish;

import cn.gongkai.desk.index.PublisherIndex;

/// The index of the last publication, made ready to be asked.
record Remembered(PublisherIndex index, RowNumbers numbers) {

  static Remembered of(PublisherIndex index) {
    return new Remembered(index, new RowNumbers(index.rows()));
  }
}
