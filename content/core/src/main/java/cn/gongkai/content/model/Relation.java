package cn.gongkai.content.model;

/// A directed link from one item to another. The store answers the reverse direction.
public record Relation(Kind kind, ItemId target) {

  /// How the item that carries the relation stands to its target.
  public enum Kind {
    /// 解读: explains the target document.
    INTERPRETS,
    /// 引用.
    CITES,
    /// 依据.
    BASED_ON,
    /// 修改.
    AMENDS,
    /// 废止: the target is no longer in force because of this item.
    REPEALS,
    /// 转发.
    FORWARDS,
    /// 相关: anything else a reader of one would want of the other.
    RELATED
  }
}
