package cn.gongkai.desk.phone;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.desk.media.MediaKind;
import java.util.ArrayList;
import java.util.List;

/// Where the phone pages find files: `m/f/<sha256>.<extension>`, because a web server tells a phone
/// what a file is by its extension, and `blobs/` has none.
public final class PhoneFiles {

  /// Pictures heavier than this get a lighter copy: the first view of a page stays small.
  public static final long LIGHT_BYTES = 120 * 1024;

  private static final String LIGHT = "-light.jpg";
  private static final String UNKNOWN = ".bin";

  private PhoneFiles() {}

  /// Address relative to a page in `m/`.
  static String href(BlobRef blob) {
    return "f/" + name(blob);
  }

  /// File name below `m/f/`.
  public static String name(BlobRef blob) {
    return MediaKind.ofMediaType(blob.mediaType())
        .map(kind -> blob.sha256() + "." + kind.extension())
        .orElse(blob.sha256() + UNKNOWN);
  }

  /// Every name that a file of this hash may have below `m/f/`.
  public static List<String> names(String sha256) {
    List<String> names = new ArrayList<>(List.of(sha256 + LIGHT, sha256 + UNKNOWN));
    for (MediaKind kind : MediaKind.values()) {
      names.add(sha256 + "." + kind.extension());
    }
    return names;
  }

  /// Name of a picture's lighter copy.
  public static String lightName(BlobRef blob) {
    return blob.sha256() + LIGHT;
  }

  public static boolean needsLight(BlobRef blob) {
    boolean picture =
        MediaKind.ofMediaType(blob.mediaType()).filter(MediaKind::isPicture).isPresent();
    return picture && blob.length() > LIGHT_BYTES;
  }

  /// What a page shows of a picture at first.
  static String firstHref(BlobRef blob) {
    return needsLight(blob) ? "f/" + lightName(blob) : href(blob);
  }
}
