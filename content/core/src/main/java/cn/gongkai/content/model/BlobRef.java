package cn.gongkai.content.model;

import java.util.List;
import java.util.regex.Pattern;

/// A file carried beside the items, named by what it contains.
///
/// @param sha256 lower-case hex of the whole file
/// @param length bytes, at least 1
/// @param mediaType for example `application/pdf`
/// @param chunks lower-case hex SHA-256 of each 256 KiB chunk in order, the last one possibly
///   shorter; empty when the file is a single chunk
public record BlobRef(String sha256, long length, String mediaType, List<String> chunks) {

  public static final int CHUNK_BYTES = 256 * 1024;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");

  public BlobRef {
    chunks = List.copyOf(chunks == null ? List.of() : chunks);
    InvalidValue.require(HEX.matcher(sha256).matches(), "MODEL-BLOB", "not a SHA-256: %s", sha256);
    InvalidValue.require(length > 0, "MODEL-BLOB", "blob length must be positive, not %d", length);
    InvalidValue.require(
        MEDIA_TYPE.matcher(mediaType).matches(), "MODEL-BLOB", "not a media type: %s", mediaType);
    long expected = (length + CHUNK_BYTES - 1) / CHUNK_BYTES;
    InvalidValue.require(
        chunks.isEmpty() ? expected == 1 : chunks.size() == expected,
        "MODEL-BLOB",
        "%d bytes need %d chunk hashes, not %d",
        length,
        expected,
        chunks.size());
    for (String chunk : chunks) {
      InvalidValue.require(HEX.matcher(chunk).matches(), "MODEL-BLOB", "not a SHA-256: %s", chunk);
    }
  }

  /// Path below a `blobs` folder, on the site as on a terminal: `ab/<sha256>`.
  public String path() {
    return sha256.substring(0, 2) + "/" + sha256;
  }
}
