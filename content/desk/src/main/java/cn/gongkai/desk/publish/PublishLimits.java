package cn.gongkai.desk.publish;

/// Where a publication stops to ask.
///
/// @param withdrawnPercent share of all items that may vanish at once without a word
/// @param withdrawnItems so few may always vanish
public record PublishLimits(int withdrawnPercent, int withdrawnItems) {

  public static final PublishLimits STANDARD = new PublishLimits(20, 10);

  boolean isMany(long withdrawn, long live) {
    return withdrawn > withdrawnItems && withdrawn * 100 > live * withdrawnPercent;
  }
}
