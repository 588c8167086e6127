package cn.gongkai.content.release;

import cn.gongkai.content.model.EntityRef;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The folder `targets/` of a published site: segments, each named by its hash and never changed.
/// Every new file is whole and on the disk before it has its name.
///
/// @param targets the folder that holds `ch/`
public record SegmentFolder(Path targets, ReleaseLimits limits) {

  public SegmentFolder(Path targets) {
    this(targets, ReleaseLimits.STANDARD);
  }

  public Path file(SegmentRef ref) {
    return targets.resolve(ref.filePath());
  }

  public SegmentReader open(SegmentRef ref) throws ReleaseException {
    return SegmentReader.open(file(ref), ref, limits);
  }

  /// Writes a segment of the given changes, which come in the order of their numbers.
  ///
  /// @param asOf when the newest change was published
  /// @throws ReleaseException where a change breaks a rule of segments; nothing is left behind
  public SegmentRef write(SegmentHeader header, Instant asOf, Iterator<NumberedChange> changes)
      throws ReleaseException {
    return write(
        header,
        asOf,
        writer -> {
          while (changes.hasNext()) {
            writer.write(changes.next());
          }
        });
  }

  /// Makes one segment of several that follow one another: the last state of everything they
  /// change. Where the first is a base the result is a base and deletions vanish.
  ///
  /// Reads each part twice and holds one name and number for each change, not the changes.
  public SegmentRef merge(List<SegmentRef> parts) throws ReleaseException {
    Compaction.requireChain(parts);
    SegmentHeader first = parts.getFirst().header();
    SegmentRef newest = parts.getLast();
    SegmentHeader whole =
        new SegmentHeader(first.channel(), first.from(), newest.to(), first.base());
    Map<EntityRef, Long> last = new HashMap<>();
    forEach(parts, numbered -> last.put(numbered.change().ref(), numbered.sequence()));
    return write(
        whole,
        newest.asOf(),
        writer ->
            forEach(
                parts,
                numbered -> {
                  Change change = numbered.change();
                  boolean lives = change instanceof Change.Put || !whole.base();
                  if (lives && Long.valueOf(numbered.sequence()).equals(last.get(change.ref()))) {
                    writer.write(numbered);
                  }
                }));
  }

  /// Makes a segment from which the text of the given entities is gone: in a base they are left
  /// out, elsewhere their line says no more than that they were withdrawn. It leads to the same
  /// state where a later segment withdraws them, as the caller has to see to.
  ///
  /// @param withdrawn the lines to put in their place
  /// @return the segment as it is where it holds none of them
  public SegmentRef redact(SegmentRef segment, Map<EntityRef, Change.Delete> withdrawn)
      throws ReleaseException {
    return new Redaction(this, segment, withdrawn).run();
  }

  /// Writes the changes of a segment.
  interface Body {
    void writeTo(SegmentWriter writer) throws IOException, ReleaseException;
  }

  /// Writes the file of a segment and says what it is.
  interface FileBody {
    SegmentRef writeTo(OutputStream out) throws IOException, ReleaseException;
  }

  /// Sees changes one by one.
  interface Visitor {
    void visit(NumberedChange change) throws IOException, ReleaseException;
  }

  /// Every change once: where a part reaches back into the one before it, that one has told it.
  void forEach(List<SegmentRef> parts, Visitor visitor) throws ReleaseException {
    long told = 0;
    for (SegmentRef part : parts) {
      try (SegmentReader reader = open(part)) {
        Optional<NumberedChange> change = reader.next();
        while (change.isPresent()) {
          if (change.get().sequence() > told) {
            visitor.visit(change.get());
          }
          change = reader.next();
        }
      } catch (IOException e) {
        throw ReleaseException.broken("segment " + part.targetPath(), e);
      }
      told = part.to();
    }
  }

  SegmentRef write(SegmentHeader header, Instant asOf, Body body) throws ReleaseException {
    return store(
        header,
        out -> {
          SegmentWriter writer = new SegmentWriter(out, header, asOf, limits);
          body.writeTo(writer);
          return writer.finish();
        });
  }

  /// Puts a new file in its place; nothing is left behind where it cannot be written.
  SegmentRef store(SegmentHeader header, FileBody body) throws ReleaseException {
    Path folder = targets.resolve("ch").resolve(header.channel().name());
    try {
      Path partial = DurableFile.partialFor(folder.resolve("segment"));
      try {
        SegmentRef ref;
        try (OutputStream out = Files.newOutputStream(partial)) {
          ref = body.writeTo(out);
        }
        requireReadable(ref);
        DurableFile.moveInto(partial, file(ref));
        return ref;
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw ReleaseException.broken("a segment in " + folder, e);
    }
  }

  /// What a terminal would refuse for its size is not published.
  private void requireReadable(SegmentRef ref) throws ReleaseException {
    if (ref.length() > limits.fileBytes()) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-SIZE", "at most " + limits.fileBytes() + " bytes", ref.length());
    }
    if (ref.rawLength() > limits.rawBytes()) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-SIZE",
          "at most " + limits.rawBytes() + " bytes unpacked",
          ref.rawLength());
    }
  }
}
