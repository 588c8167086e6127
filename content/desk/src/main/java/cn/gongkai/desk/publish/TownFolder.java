package cn.gongkai.desk.publish;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.sign.TownRole;
import cn.gongkai.content.release.tuf.PublishedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder a township hands over: its signed file in `metadata/`, its segments in `targets/`,
/// and the sources they were made of in `items/towns/<code>/` and `files/towns/<code>/`.
///
/// @param root of the folder
record TownFolder(Path root, Channel town) {

  private static final Pattern ROLE_FILE =
      Pattern.compile("[1-9]\\d{0,15}\\.(town-[1-9]\\d{8})\\.json");

  /// @throws PublishException `PUBLISH-TOWN-FOLDER` where it is none, or that of several
  static TownFolder find(Path root) throws IOException, PublishException {
    Set<String> towns = new TreeSet<>();
    Path metadata = root.resolve("metadata");
    if (Files.isDirectory(metadata)) {
      try (Stream<Path> files = Files.list(metadata)) {
        files
            .map(file -> ROLE_FILE.matcher(String.valueOf(file.getFileName())))
            .filter(Matcher::matches)
            .forEach(name -> towns.add(name.group(1)));
      }
    }
    if (towns.size() != 1) {
      throw new PublishException(
          "PUBLISH-TOWN-FOLDER",
          root + " is not what one township has signed, it holds signatures of " + towns);
    }
    return new TownFolder(root, new Channel(towns.iterator().next()));
  }

  TownRole role() {
    return new TownRole(root.resolve("metadata"), town);
  }

  SegmentFolder segments() {
    return new SegmentFolder(root.resolve("targets"));
  }

  /// Where a township's own sources lie in any authored folder, from its root.
  static List<String> places(Channel town) {
    String code = town.name().substring("town-".length());
    return List.of("items/towns/" + code, "files/towns/" + code);
  }

  List<String> places() {
    return places(town);
  }

  /// Deletes segments that the channel does not name: they may hold what was withdrawn.
  void tidy(PublishedChannel channel) throws IOException {
    Path folder = root.resolve("targets").resolve("ch").resolve(town.name());
    Set<Path> listed =
        channel.segments().stream().map(segments()::file).collect(Collectors.toSet());
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> !listed.contains(f)).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /// The signed file.
  ///
  /// @throws PublishException `PUBLISH-TOWN-FOLDER` where there is none
  byte[] roleFile() throws ReleaseException, PublishException {
    return role()
        .newest()
        .orElseThrow(
            () -> new PublishException("PUBLISH-TOWN-FOLDER", "nothing is signed in " + root));
  }
}
