package cn.gongkai.kiosk.pdf;

/// Bounds of rendering printed pages.
///
/// @param fileBytesMax a larger file is refused
/// @param pagesMax a file with more pages is refused
/// @param widthPixelsMax widest page image
/// @param heightPixelsMax tallest page image; a longer page is rendered narrower
/// @param cacheBytes memory for page images, four bytes a pixel
/// @param openMax files kept open at the same time
/// @param smallPixels up to this width a page is a thumbnail
public record PdfLimits(
    long fileBytesMax,
    int pagesMax,
    int widthPixelsMax,
    int heightPixelsMax,
    long cacheBytes,
    int openMax,
    int smallPixels) {

  public static final PdfLimits DEFAULT =
      new PdfLimits(300L << 20, 2000, 2800, 4000, 160L << 20, 2, 320);
}
