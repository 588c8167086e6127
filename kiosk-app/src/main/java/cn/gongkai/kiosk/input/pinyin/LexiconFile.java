package cn.gongkai.kiosk.input.pinyin;

import cn.gongkai.kiosk.work.FaultException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/// A lexicon on disk: `GKLX`, a version, the syllables' names, then node by node the number of
/// words, of children and the children's syllables, then costs and characters, and a CRC-32 of all
/// before it. Numbers are big-endian. Written at package time, read whole at start.
public final class LexiconFile {

  /// The file is missing, cut, or not a lexicon: the keyboard goes on with letters and initials.
  public static final String UNUSABLE = "KIOSK-LEXICON";

  private static final int MAGIC = 0x474b4c58;
  private static final int VERSION = 1;
  private static final long BYTES_MAX = 64L << 20;
  private static final int WORDS_MAX = 4_000_000;

  private LexiconFile() {}

  public static void write(Lexicon lexicon, Path file) throws IOException {
    CheckedOutputStream bytes = new CheckedOutputStream(Files.newOutputStream(file), new CRC32());
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes, 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      writeSyllables(lexicon.syllables(), out);
      out.writeInt(lexicon.nodes());
      out.writeInt(lexicon.words());
      for (int node = 0; node < lexicon.nodes(); node++) {
        writeCount(out, lexicon.endOfWords(node) - lexicon.firstWord(node));
        writeCount(out, lexicon.endOfChildren(node) - lexicon.firstChild(node));
        for (int k = lexicon.firstChild(node); k < lexicon.endOfChildren(node); k++) {
          out.writeShort(lexicon.syllable(k));
        }
      }
      for (short cost : lexicon.arrays().costs()) {
        out.writeShort(cost);
      }
      for (char c : lexicon.arrays().text()) {
        out.writeChar(c);
      }
      out.flush();
      out.writeInt((int) bytes.getChecksum().getValue());
    }
  }

  /// @throws FaultException [#UNUSABLE]
  public static Lexicon read(Path file) throws FaultException {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new FaultException(UNUSABLE, file + " is larger than " + BYTES_MAX + " bytes");
      }
      ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
      check(in, file);
      return read(in);
    } catch (IOException e) {
      throw new FaultException(UNUSABLE, file + " cannot be read: " + e, e);
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new FaultException(UNUSABLE, file + " is not a lexicon: " + e, e);
    }
  }

  private static void check(ByteBuffer in, Path file) throws FaultException {
    int length = in.limit() - Integer.BYTES;
    if (length < 2 * Integer.BYTES || in.getInt() != MAGIC || in.getInt() != VERSION) {
      throw new FaultException(UNUSABLE, file + " is not a lexicon of version " + VERSION);
    }
    CRC32 sum = new CRC32();
    sum.update(in.array(), 0, length);
    if ((int) sum.getValue() != in.getInt(length)) {
      throw new FaultException(UNUSABLE, file + " is damaged: its checksum is wrong");
    }
  }

  private static Lexicon read(ByteBuffer in) {
    Syllables syllables = readSyllables(in);
    int nodes = in.getInt();
    int words = in.getInt();
    if (nodes < 1 || nodes > in.limit() || words < 0 || words > WORDS_MAX) {
      throw new IllegalArgumentException(nodes + " nodes, " + words + " words");
    }
    int[] childStart = new int[nodes + 1];
    int[] wordStart = new int[nodes + 1];
    short[] syllable = new short[nodes];
    syllable[0] = -1;
    int known = 1;
    int met = 0;
    for (int node = 0; node < nodes; node++) {
      childStart[node] = known;
      wordStart[node] = met;
      met += readCount(in);
      for (int k = readCount(in); k > 0; k--) {
        syllable[known++] = in.getShort();
      }
    }
    childStart[nodes] = known;
    wordStart[nodes] = met;
    if (known != nodes || met != words) {
      throw new IllegalArgumentException("nodes or words do not add up");
    }
    short[] costs = new short[words];
    in.asShortBuffer().get(costs);
    in.position(in.position() + 2 * words);
    int[] firstOfLength = firstOfLength(childStart, wordStart);
    char[] text = new char[characters(firstOfLength)];
    in.asCharBuffer().get(text);
    return new Lexicon(
        syllables,
        new LexiconArrays(childStart, syllable, wordStart, costs, text, firstOfLength),
        false);
  }

  /// Nodes stand level by level, so the words of a length are those between two levels.
  private static int[] firstOfLength(int[] childStart, int[] wordStart) {
    int[] first = new int[Lexicon.SYLLABLES_MAX + 2];
    int nodes = childStart.length - 1;
    int level = 0;
    for (int length = 0; length <= Lexicon.SYLLABLES_MAX + 1; length++) {
      first[length] = wordStart[level];
      level = level == nodes ? nodes : childStart[level];
    }
    return first;
  }

  private static int characters(int[] firstOfLength) {
    int characters = 0;
    for (int length = 1; length <= Lexicon.SYLLABLES_MAX; length++) {
      characters += (firstOfLength[length + 1] - firstOfLength[length]) * length;
    }
    return characters;
  }

  private static void writeSyllables(Syllables syllables, DataOutputStream out) throws IOException {
    out.writeShort(syllables.count());
    for (String name : syllables.names()) {
      out.writeByte(name.length());
      out.write(name.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static Syllables readSyllables(ByteBuffer in) {
    List<String> names = new ArrayList<>();
    for (int k = Short.toUnsignedInt(in.getShort()); k > 0; k--) {
      byte[] name = new byte[Byte.toUnsignedInt(in.get())];
      in.get(name);
      names.add(new String(name, StandardCharsets.US_ASCII));
    }
    return Syllables.of(names);
  }

  /// Below 255 in one byte, otherwise 255 and four.
  private static void writeCount(DataOutputStream out, int count) throws IOException {
    if (count < 0xff) {
      out.writeByte(count);
    } else {
      out.writeByte(0xff);
      out.writeInt(count);
    }
  }

  private static int readCount(ByteBuffer in) {
    int count = Byte.toUnsignedInt(in.get());
    return count == 0xff ? in.getInt() : count;
  }
}
