package cn.gongkai.desk.media;

import cn.gongkai.content.model.BlobRef;
import java.nio.file.Path;
import java.util.Optional;

/// A file that is fit for publication, with the facts read from its bytes.
///
/// @param width pixels, for pictures
/// @param height pixels, for pictures
/// @param pages for PDFs
public record MediaFile(
    Path path,
    BlobRef blob,
    MediaKind kind,
    Optional<Integer> width,
    Optional<Integer> height,
    Optional<Integer> pages) {}
