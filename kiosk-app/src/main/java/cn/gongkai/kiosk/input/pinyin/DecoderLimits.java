package cn.gongkai.kiosk.input.pinyin;

/// Bounds of one decoding; together they bound its time and memory whatever was typed.
///
/// @param inputMax letters or digits that are read; what follows is not
/// @param visitsFirst nodes visited for words that begin at the first letter
/// @param visitsLater nodes visited for words that begin at any later letter
/// @param beam ways to read the letters so far that are kept
/// @param wordsLater words between two later letters that are kept
/// @param candidatesMax what is offered at most
/// @param continuationsMax ways to go on after a chosen word that are offered
public record DecoderLimits(
    int inputMax,
    int visitsFirst,
    int visitsLater,
    int beam,
    int wordsLater,
    int candidatesMax,
    int continuationsMax) {

  public static final DecoderLimits DEFAULT = new DecoderLimits(72, 8_000, 1_200, 6, 8, 100, 40);
}
