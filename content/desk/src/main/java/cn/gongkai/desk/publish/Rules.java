package cn.gongkai.desk.publish;

import cn.gongkai.content.release.Sha256;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.authoring.Structure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What an item's row in the index depends on besides the item's own files: where any of it
/// changes, everything is read and checked again.
final class Rules {

  private Rules() {}

  /// A hash over the program, the Java it runs on, the folder, its configuration and the options.
  static String of(AuthoredFolder folder, PublishOptions options) throws IOException {
    List<String> parts = new ArrayList<>();
    parts.add(System.getProperty("java.runtime.version", ""));
    parts.add(folder.root().toString());
    parts.add(options.baseUrl().toString());
    for (String name : Structure.FILES) {
      Path file = folder.root().resolve(name);
      parts.add(Files.isRegularFile(file) ? Sha256.hex(Files.readAllBytes(file)) : "none");
    }
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      program(Path.of(entry), parts);
    }
    return Sha256.hex(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }

  /// The program's files by name, size and time, wherever it lies: another build is another
  /// program.
  private static void program(Path entry, List<String> parts) throws IOException {
    if (!Files.exists(entry)) {
      return;
    }
    try (Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.sorted().toList()) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isRegularFile()) {
          parts.add(
              entry.getFileName()
                  + "/"
                  + entry.relativize(file)
                  + " "
                  + attributes.size()
                  + " "
                  + attributes.lastModifiedTime());
        }
      }
    }
  }
}
