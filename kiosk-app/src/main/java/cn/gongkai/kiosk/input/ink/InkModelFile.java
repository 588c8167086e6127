package cn.gongkai.kiosk.input.ink;

import cn.gongkai.kiosk.work.FaultException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/// An [InkModel] on disk: `GKIK`, a version, the numbers of classes, axes and features, the
/// characters, their rarity, the centre, a scale an axis and the axes in 16 bits, the unit and the
/// means in 8, and a CRC-32 of all before it. Numbers are big-endian. Written at package time, read
/// whole at start.
public final class InkModelFile {

  /// The file is missing, cut, or not a model: 手写 is not offered.
  public static final String UNUSABLE = "KIOSK-INK-MODEL";

  /// Its name in the folder of the handwriting.
  public static final String NAME = "ink.model";

  private static final int MAGIC = 0x474b494b;
  private static final int VERSION = 1;
  private static final long BYTES_MAX = 16L << 20;
  private static final int STEPS = Short.MAX_VALUE;

  private InkModelFile() {}

  public static void write(InkModel model, Path file) throws IOException {
    ModelParts parts = model.parts();
    CheckedOutputStream bytes = new CheckedOutputStream(Files.newOutputStream(file), new CRC32());
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes, 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(parts.characters().length);
      out.writeInt(parts.dimensions());
      out.writeInt(DirectionFeatures.COUNT);
      for (int character : parts.characters()) {
        out.writeInt(character);
      }
      for (short rarity : parts.rarity()) {
        out.writeShort(rarity);
      }
      for (float value : parts.centre()) {
        out.writeFloat(value);
      }
      for (int d = 0; d < parts.dimensions(); d++) {
        writeAxis(parts.axes(), d * DirectionFeatures.COUNT, out);
      }
      out.writeFloat(parts.unit());
      out.write(parts.means());
      out.flush();
      out.writeInt((int) bytes.getChecksum().getValue());
    }
  }

  /// @throws FaultException [#UNUSABLE]
  public static InkModel read(Path file) throws FaultException {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new FaultException(UNUSABLE, file + " is larger than " + BYTES_MAX + " bytes");
      }
      return parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new FaultException(UNUSABLE, file + " cannot be read: " + e, e);
    }
  }

  /// @throws FaultException [#UNUSABLE]
  static InkModel parse(byte[] bytes) throws FaultException {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      check(in);
      return read(in);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new FaultException(UNUSABLE, "not a handwriting model: " + e, e);
    }
  }

  private static void check(ByteBuffer in) throws FaultException {
    int length = in.limit() - Integer.BYTES;
    if (length < 2 * Integer.BYTES || in.getInt() != MAGIC || in.getInt() != VERSION) {
      throw new FaultException(UNUSABLE, "not a handwriting model of version " + VERSION);
    }
    CRC32 sum = new CRC32();
    sum.update(in.array(), 0, length);
    if ((int) sum.getValue() != in.getInt(length)) {
      throw new FaultException(UNUSABLE, "the handwriting model is damaged: its checksum is wrong");
    }
    in.limit(length);
  }

  private static InkModel read(ByteBuffer in) {
    int classes = in.getInt();
    int dimensions = in.getInt();
    int features = in.getInt();
    if (classes < 1
        || classes > ModelParts.CHARACTERS_MAX
        || dimensions < 1
        || dimensions > DirectionFeatures.COUNT
        || features != DirectionFeatures.COUNT) {
      throw new IllegalArgumentException(classes + " classes, " + dimensions + " axes");
    }
    int[] characters = new int[classes];
    for (int k = 0; k < classes; k++) {
      characters[k] = in.getInt();
      if (!Character.isValidCodePoint(characters[k])) {
        throw new IllegalArgumentException("no character: " + characters[k]);
      }
    }
    short[] rarity = new short[classes];
    for (int k = 0; k < classes; k++) {
      rarity[k] = in.getShort();
    }
    float[] centre = new float[features];
    for (int i = 0; i < features; i++) {
      centre[i] = finite(in.getFloat());
    }
    float[] axes = new float[dimensions * features];
    for (int d = 0; d < dimensions; d++) {
      readAxis(in, axes, d * features);
    }
    float unit = finite(in.getFloat());
    byte[] means = new byte[classes * dimensions];
    in.get(means);
    if (in.hasRemaining()) {
      throw new IllegalArgumentException(in.remaining() + " bytes too many");
    }
    return new InkModel(new ModelParts(characters, rarity, centre, axes, unit, means));
  }

  private static void writeAxis(float[] axes, int from, DataOutputStream out) throws IOException {
    float largest = Float.MIN_NORMAL;
    for (int i = from; i < from + DirectionFeatures.COUNT; i++) {
      largest = Math.max(largest, Math.abs(axes[i]));
    }
    out.writeFloat(largest);
    for (int i = from; i < from + DirectionFeatures.COUNT; i++) {
      out.writeShort(Math.round(axes[i] / largest * STEPS));
    }
  }

  private static void readAxis(ByteBuffer in, float[] axes, int from) {
    float largest = finite(in.getFloat());
    for (int i = from; i < from + DirectionFeatures.COUNT; i++) {
      axes[i] = in.getShort() * largest / STEPS;
    }
  }

  private static float finite(float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("not a number: " + value);
    }
    return value;
  }
}
