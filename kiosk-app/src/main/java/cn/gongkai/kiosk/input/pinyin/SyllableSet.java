package cn.gongkai.kiosk.input.pinyin;

import java.util.Arrays;
import java.util.Collection;

/// Some syllables by number: quick to walk through and quick to ask. Immutable.
final class SyllableSet {

  private final short[] members;
  private final long[] bits = new long[Syllables.COUNT_MAX / Long.SIZE];

  private SyllableSet(short[] members) {
    this.members = members;
    for (short id : members) {
      bits[id / Long.SIZE] |= 1L << id;
    }
  }

  static SyllableSet of(Collection<Integer> ids) {
    short[] members = new short[ids.size()];
    int n = 0;
    for (int id : ids) {
      members[n++] = (short) id;
    }
    Arrays.sort(members);
    return new SyllableSet(members);
  }

  int size() {
    return members.length;
  }

  short member(int index) {
    return members[index];
  }

  boolean contains(int id) {
    return (bits[id / Long.SIZE] & 1L << id) != 0;
  }
}
