package cn.gongkai.desk.media;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The kinds of file the terminals and phones can show or hand out.
public enum MediaKind {
  PDF("application/pdf", "pdf"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg", "jpeg"),
  GIF("image/gif", "gif"),
  MP4("video/mp4", "mp4"),
  M4A("audio/mp4", "m4a"),
  MP3("audio/mpeg", "mp3"),
  VTT("text/vtt", "vtt"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  OFD("application/ofd", "ofd");

  private final String mediaType;
  private final List<String> extensions;

  MediaKind(String mediaType, String... extensions) {
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  public String mediaType() {
    return mediaType;
  }

  /// The usual extension, without a dot.
  public String extension() {
    return extensions.getFirst();
  }

  public boolean isPicture() {
    return this == PNG || this == JPEG || this == GIF;
  }

  /// True where a file name may end like this.
  boolean allows(String extension) {
    return extensions.contains(extension);
  }

  public static Optional<MediaKind> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(k -> k.mediaType.equals(mediaType)).findFirst();
  }
}
