package cn.gongkai.content.model;

/// Names one entity of a release, for example `item/zc-2023-06`.
public record EntityRef(EntityKind kind, String key) implements Comparable<EntityRef> {

  @Override
  public int compareTo(EntityRef other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return kind.id() + "/" + key;
  }
}
