package cn.gongkai.content.release;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZIOException;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/// How the file of a segment is packed. In both forms several packed members one after the other
/// are one file to every reader of the form.
enum SegmentPacking {

  /// RFC 1952, for bases: a gigabyte is packed and looked through in seconds.
  GZIP("gz") {
    @Override
    OutputStream packer(OutputStream out) throws IOException {
      return new GZIPOutputStream(out, BUFFER_BYTES);
    }

    @Override
    InputStream unpacker(InputStream in) throws IOException {
      return new GZIPInputStream(in, BUFFER_BYTES);
    }
  },

  /// The .xz file format 1.2.1, for all other segments: a fifth to a third smaller, and every
  /// terminal fetches them.
  XZ("xz") {
    @Override
    OutputStream packer(OutputStream out) throws IOException {
      LZMA2Options options = new LZMA2Options(LZMA2Options.PRESET_DEFAULT);
      options.setDictSize(DICTIONARY_BYTES);
      return new XZOutputStream(out, options, org.tukaani.xz.XZ.CHECK_CRC32);
    }

    @Override
    InputStream unpacker(InputStream in) throws IOException {
      return new XZInputStream(new BufferedInputStream(in, BUFFER_BYTES), MEMORY_KIB);
    }
  };

  /// As far as a member goes.
  private static final int DICTIONARY_BYTES = 1 << 20;

  /// The most that unpacking may hold, whatever a file asks for; the tool `xz` asks for half of it.
  static final int MEMORY_KIB = 16 << 10;

  private static final int BUFFER_BYTES = 64 << 10;

  private final String suffix;

  SegmentPacking(String suffix) {
    this.suffix = suffix;
  }

  static SegmentPacking of(SegmentHeader header) {
    return header.base() ? GZIP : XZ;
  }

  /// End of the file's name.
  String suffix() {
    return suffix;
  }

  abstract OutputStream packer(OutputStream out) throws IOException;

  /// @throws IOException see [#isDamage]
  abstract InputStream unpacker(InputStream in) throws IOException;

  /// A member by itself. The same bytes always give the same.
  byte[] pack(byte[] member) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(member.length / 2);
    try (OutputStream out = packer(packed)) {
      out.write(member);
    }
    return packed.toByteArray();
  }

  /// True where what was read is wrong, false where it could not be read.
  static boolean isDamage(IOException e) {
    return e instanceof EOFException || e instanceof ZipException || e instanceof XZIOException;
  }
}
