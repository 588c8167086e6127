package cn.gongkai.desk.index;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.desk.authoring.FileStamp;
import cn.gongkai.desk.authoring.ItemReading.Dependency;
import cn.gongkai.desk.gate.Verdict;
import cn.gongkai.desk.problem.Problem;
import cn.gongkai.desk.problem.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The bytes of what a row does not hold itself.
final class FactsCodec {

  private FactsCodec() {}

  private interface Part<T> {
    void write(T part, DataOutputStream out) throws IOException;
  }

  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  static ByteBuffer write(ItemFacts facts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(HexFormat.of().parseHex(facts.sourceHash()));
    out.writeInt(facts.revision());
    out.writeUTF(facts.title());
    out.writeUTF(facts.publisher());
    out.writeUTF(facts.publishedAt().toString());
    list(facts.relations(), FactsCodec::relation, out);
    list(facts.mentioned(), (id, o) -> o.writeUTF(id.value()), out);
    list(facts.blobs(), (blob, o) -> o.write(HexFormat.of().parseHex(blob)), out);
    list(facts.dependencies(), FactsCodec::dependency, out);
    list(facts.read(), FactsCodec::problem, out);
    list(facts.checked(), FactsCodec::problem, out);
    list(facts.overridden(), FactsCodec::overridden, out);
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private static <T> void list(List<T> parts, Part<T> writer, DataOutputStream out)
      throws IOException {
    out.writeShort(parts.size());
    for (T part : parts) {
      writer.write(part, out);
    }
  }

  private static void relation(Relation relation, DataOutputStream out) throws IOException {
    out.writeByte(relation.kind().ordinal());
    out.writeUTF(relation.target().value());
  }

  private static void dependency(Dependency on, DataOutputStream out) throws IOException {
    out.writeUTF(on.name());
    out.writeLong(on.stamp().size());
    out.writeLong(on.stamp().modified());
    out.writeInt(on.stamp().node());
  }

  private static void problem(Problem problem, DataOutputStream out) throws IOException {
    out.writeUTF(problem.file());
    out.writeInt(problem.line());
    out.writeByte(problem.severity().ordinal());
    out.writeUTF(problem.code());
    out.writeUTF(problem.reason());
  }

  private static void overridden(Verdict.Overridden set, DataOutputStream out) throws IOException {
    problem(set.problem(), out);
    out.writeUTF(set.reason());
  }

  static ItemFacts read(IndexRow row, NameTable columns) {
    ByteBuffer facts = row.facts();
    try (DataInputStream in =
        new DataInputStream(
            new ByteArrayInputStream(
                facts.array(), facts.arrayOffset() + facts.position(), facts.remaining()))) {
      String sourceHash = hash(in);
      int revision = in.readInt();
      String title = in.readUTF();
      String publisher = in.readUTF();
      OffsetDateTime publishedAt = OffsetDateTime.parse(in.readUTF());
      List<Relation> relations = list(in, FactsCodec::relation);
      List<ItemId> mentioned = list(in, i -> new ItemId(i.readUTF()));
      List<String> blobs = list(in, FactsCodec::hash);
      List<Dependency> dependencies = list(in, FactsCodec::dependency);
      return new ItemFacts(
          row.file(),
          new FileStamp(row.size(), row.modified(), row.node()),
          sourceHash,
          dependencies,
          new ItemId(row.id()),
          HexFormat.of().formatHex(row.hash()),
          revision,
          new ColumnId(columns.name(row.column())),
          title,
          publisher,
          publishedAt,
          relations,
          mentioned,
          blobs,
          list(in, FactsCodec::problem),
          list(in, FactsCodec::problem),
          list(in, FactsCodec::overridden));
    } catch (IOException e) {
      throw new UncheckedIOException("a row that passed the index's checksum", e);
    }
  }

  private static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
    int size = in.readUnsignedShort();
    List<T> parts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      parts.add(reader.read(in));
    }
    return parts;
  }

  private static String hash(DataInputStream in) throws IOException {
    return HexFormat.of().formatHex(in.readNBytes(IndexRow.HASH_BYTES));
  }

  private static Relation relation(DataInputStream in) throws IOException {
    Relation.Kind kind = Relation.Kind.values()[in.readUnsignedByte()];
    return new Relation(kind, new ItemId(in.readUTF()));
  }

  private static Dependency dependency(DataInputStream in) throws IOException {
    return new Dependency(in.readUTF(), new FileStamp(in.readLong(), in.readLong(), in.readInt()));
  }

  private static Problem problem(DataInputStream in) throws IOException {
    return new Problem(
        in.readUTF(),
        in.readInt(),
        Severity.values()[in.readUnsignedByte()],
        in.readUTF(),
        in.readUTF());
  }

  private static Verdict.Overridden overridden(DataInputStream in) throws IOException {
    return new Verdict.Overridden(problem(in), in.readUTF());
  }
}
