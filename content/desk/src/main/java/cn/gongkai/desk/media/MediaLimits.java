package cn.gongkai.desk.media;

/// What a single file may be.
///
/// @param pictureBytes bytes of a picture
/// @param pictureSide pixels of a picture's longer side
/// @param documentBytes bytes of a PDF or office file
/// @param documentPages pages of a PDF
/// @param clipBytes bytes of a video or audio clip
/// @param textBytes bytes of captions or a transcript
public record MediaLimits(
    long pictureBytes,
    int pictureSide,
    long documentBytes,
    int documentPages,
    long clipBytes,
    long textBytes) {

  public static final MediaLimits STANDARD =
      new MediaLimits(8L << 20, 4000, 200L << 20, 2000, 500L << 20, 1L << 20);

  long bytesFor(MediaKind kind) {
    return switch (kind) {
      case PNG, JPEG, GIF -> pictureBytes;
      case PDF, DOCX, XLSX, OFD -> documentBytes;
      case MP4, M4A, MP3 -> clipBytes;
      case VTT -> textBytes;
    };
  }
}
