package cn.gongkai.content.release;

import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.InvalidValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Takes the text of withdrawn entities out of one segment. Members of the file that hold none of
/// it are copied packed as they are, so that one line costs about as much as reading the file.
///
/// A base leaves the entities out; any other segment keeps the number of their line, which then
/// says no more than that they were withdrawn. What the segment covers stays the same.
final class Redaction {

  private final SegmentFolder folder;
  private final SegmentRef segment;
  private final Map<EntityRef, Change.Delete> withdrawn;
  private final SegmentPacking packing;

  Redaction(SegmentFolder folder, SegmentRef segment, Map<EntityRef, Change.Delete> withdrawn) {
    this.folder = folder;
    this.segment = segment;
    this.withdrawn = withdrawn;
    this.packing = SegmentPacking.of(segment.header());
  }

  /// A part of the file.
  private record Part(long at, int length, boolean holds) {}

  /// @return the segment as it is where it holds none of the text
  SegmentRef run() throws ReleaseException {
    CompletableFuture<Optional<ReleaseException>> fault =
        CompletableFuture.supplyAsync(this::findFault);
    try (FileChannel file = FileChannel.open(folder.file(segment), StandardOpenOption.READ)) {
      int most = MemberWriter.MEMBER_BYTES + folder.limits().lineBytes() + 1;
      MemberReader reader = MemberReader.of(file, packing, most);
      Optional<List<Part>> parts = findParts(reader, fault);
      requireNone(fault);
      if (parts.isEmpty()) {
        return rewritten();
      }
      return parts.get().stream().noneMatch(Part::holds)
          ? segment
          : spliced(file, reader, parts.get());
    } catch (IOException e) {
      throw ReleaseException.broken("segment " + segment.targetPath(), e);
    }
  }

  /// Whether the file is the one that was signed: nothing else may be signed again. Found out
  /// beside the search for the text, because each reads all of it.
  private Optional<ReleaseException> findFault() {
    try {
      SegmentReader.verify(folder.file(segment), segment, folder.limits());
      return Optional.empty();
    } catch (ReleaseException e) {
      return Optional.of(e);
    }
  }

  private static void requireNone(CompletableFuture<Optional<ReleaseException>> fault)
      throws ReleaseException {
    Optional<ReleaseException> found = fault.join();
    if (found.isPresent()) {
      throw found.get();
    }
  }

  /// @return empty where the file has larger members than can be held
  /// @throws ReleaseException the fault, where what was read makes no sense because of it
  private Optional<List<Part>> findParts(
      MemberReader reader, CompletableFuture<Optional<ReleaseException>> fault)
      throws IOException, ReleaseException {
    try {
      List<Part> parts = new ArrayList<>();
      for (long at = 0; at < segment.length(); at += parts.getLast().length()) {
        Optional<MemberReader.Member> member = reader.findAt(at);
        if (member.isEmpty()) {
          return Optional.empty();
        }
        parts.add(new Part(at, member.get().length(), holds(member.get().lines())));
      }
      return Optional.of(parts);
    } catch (IOException | ReleaseException | InvalidValue e) {
      requireNone(fault);
      throw e;
    }
  }

  private boolean holds(byte[] lines) throws ReleaseException {
    int from = 0;
    while (from < lines.length) {
      int end = SegmentLine.end(lines, from);
      if (isText(lines, from, end)) {
        return true;
      }
      from = end + 1;
    }
    return false;
  }

  private boolean isText(byte[] lines, int from, int end) throws ReleaseException {
    Optional<EntityRef> put = SegmentLine.findPut(lines, from, end);
    return put.isPresent() && withdrawn.containsKey(put.get());
  }

  private SegmentRef spliced(FileChannel file, MemberReader reader, List<Part> parts)
      throws ReleaseException {
    return folder.store(
        segment.header(),
        out -> {
          MessageDigest digest = Sha256.digest();
          OutputStream hashed = new DigestOutputStream(out, digest);
          long length = 0;
          long rawLength = segment.rawLength();
          int items = segment.items();
          for (Part part : parts) {
            byte[] bytes = MemberReader.bytes(file, part.at(), part.length());
            if (part.holds()) {
              byte[] lines = reader.findAt(part.at()).orElseThrow().lines();
              Kept kept = kept(lines);
              rawLength += kept.lines().length - lines.length;
              items -= kept.left();
              bytes = kept.lines().length == 0 ? kept.lines() : packing.pack(kept.lines());
            }
            hashed.write(bytes);
            length += bytes.length;
          }
          String hash = HexFormat.of().formatHex(digest.digest());
          return new SegmentRef(segment.header(), segment.asOf(), items, rawLength, length, hash);
        });
  }

  /// @param left how many lines were left out
  private record Kept(byte[] lines, int left) {}

  private Kept kept(byte[] lines) throws ReleaseException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(lines.length);
    int left = 0;
    int from = 0;
    while (from < lines.length) {
      int end = SegmentLine.end(lines, from);
      if (!isText(lines, from, end)) {
        kept.write(lines, from, end + 1 - from);
      } else if (segment.base()) {
        left++;
      } else {
        String line = new String(lines, from, end - from, StandardCharsets.UTF_8);
        kept.writeBytes((tombstone(line) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      from = end + 1;
    }
    return new Kept(kept.toByteArray(), left);
  }

  private String tombstone(String line) throws ReleaseException {
    NumberedChange change = SegmentLine.read(line);
    return SegmentLine.write(ended(change));
  }

  private NumberedChange ended(NumberedChange put) {
    Change.Delete end = withdrawn.get(put.change().ref());
    if (end == null) {
      throw new IllegalStateException(put.change().ref() + " was not withdrawn");
    }
    return new NumberedChange(put.sequence(), end);
  }

  /// A file of few large members, line by line.
  private SegmentRef rewritten() throws ReleaseException {
    return folder.write(
        segment.header(),
        segment.asOf(),
        writer ->
            folder.forEach(
                List.of(segment),
                numbered -> {
                  Change change = numbered.change();
                  if (!(change instanceof Change.Put) || !withdrawn.containsKey(change.ref())) {
                    writer.write(numbered);
                  } else if (!segment.base()) {
                    writer.write(ended(numbered));
                  }
                }));
  }
}
