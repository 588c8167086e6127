package cn.gongkai.desk.cli;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.sign.SigningKey;
import cn.gongkai.content.release.sign.SigningKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Makes, shows and replaces the keys that sign releases.")
final class KeysCommand implements Runnable {

  private static final Pattern TOWN = Pattern.compile("(town-[1-9]\\d{8})-[0-9a-f]{8}\\.pem");

  private static final int KEY_BYTES_MAX = 10_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  /// Where the keys of a site are unless told otherwise: beside it, never in it.
  static Path besideSite(Path site) {
    Path absolute = site.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + ".keys");
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: make, show, adopt, rotate or revoke");
  }

  @Command(name = "make", description = "Makes the keys that are missing, for the given towns too.")
  int make(
      @Option(names = "--keys", required = true, description = "Folder of the keys.") Path folder,
      @Option(names = "--town", description = "Channel of a township: town- and 9 digits.")
          List<String> towns)
      throws ReleaseException {
    SigningKeys keys = SigningKeys.open(folder);
    List<String> roles = new ArrayList<>(SigningKeys.TOP_LEVEL);
    if (towns != null) {
      for (String town : towns) {
        requireTown(town);
        roles.add(town);
      }
    }
    keys.createMissing(roles);
    return list(keys, roles);
  }

  @Command(name = "show", description = "Shows the keys of a folder by role.")
  int show(
      @Option(names = "--keys", required = true, description = "Folder of the keys.") Path folder)
      throws ReleaseException, IOException {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), "not a folder: " + folder);
    }
    SigningKeys keys = SigningKeys.open(folder);
    List<String> roles = new ArrayList<>(SigningKeys.TOP_LEVEL);
    roles.addAll(towns(folder));
    return list(keys, roles);
  }

  @Command(
      name = "rotate",
      description =
          "Replaces the keys of a role; the old ones are revoked by the next publication.")
  int rotate(
      @Option(names = "--keys", required = true, description = "Folder of the keys.") Path folder,
      @Option(
              names = "--role",
              required = true,
              description = "root, timestamp, snapshot, targets, or a township's channel.")
          String role)
      throws ReleaseException {
    if (!SigningKeys.TOP_LEVEL.contains(role) && !role.matches("town-[1-9]\\d{8}")) {
      throw new ParameterException(spec.commandLine(), "not a role: " + role);
    }
    return replace(folder, role);
  }

  @Command(
      name = "adopt",
      description = {
        "Takes the public half of the key with which a township signs on its own machine.",
        "What the township signs counts from the next 'town take' and 'publish' on; then the keys",
        "the channel had before have served. Compare the number with what the township tells you."
      })
  int adopt(
      @Option(names = "--keys", required = true, description = "Folder of the keys.") Path folder,
      @Option(
              names = "--town",
              required = true,
              description = "Channel of the township: town- and 9 digits.")
          String town,
      @Option(
              names = "--public",
              required = true,
              description = "File with the public half, as the township handed it over.")
          Path publicFile)
      throws ReleaseException, IOException {
    requireTown(town);
    if (!Files.isRegularFile(publicFile) || Files.size(publicFile) > KEY_BYTES_MAX) {
      throw new ParameterException(spec.commandLine(), "not a file of a key: " + publicFile);
    }
    SigningKeys keys = SigningKeys.open(folder);
    keys.adopt(new Channel(town), Files.readString(publicFile, StandardCharsets.ISO_8859_1));
    return list(keys, List.of(town));
  }

  @Command(
      name = "revoke",
      description = {
        "Takes the right to sign from a township's key, for instance a stolen one. It is refused",
        "from the next 'renew' or 'publish' on, and what it signed before as well.",
        "Where the county signs for the township, a new key is made in its place; where the",
        "township signs itself, its new key is taken with 'keys adopt'."
      })
  int revoke(
      @Option(names = "--keys", required = true, description = "Folder of the keys.") Path folder,
      @Option(
              names = "--town",
              required = true,
              description = "Channel of the township: town- and 9 digits.")
          String town)
      throws ReleaseException {
    requireTown(town);
    SigningKeys keys = SigningKeys.open(folder);
    int code = Desk.DONE;
    if (!keys.of(town).isEmpty() && keys.isElsewhere(new Channel(town))) {
      keys.retire(town);
      spec.commandLine().getOut().println(town + " has no key now");
    } else {
      code = replace(folder, town);
    }
    spec.commandLine().getOut().println("now sign: renew --site SITE --keys " + folder);
    return code;
  }

  private int replace(Path folder, String role) throws ReleaseException {
    SigningKeys keys = SigningKeys.open(folder);
    if (keys.of(role).isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no key of " + role + " in " + folder);
    }
    if (!SigningKeys.TOP_LEVEL.contains(role) && keys.isElsewhere(new Channel(role))) {
      throw new ParameterException(
          spec.commandLine(), role + " is signed by the township, which makes its new key itself");
    }
    keys.rotate(role);
    return list(keys, List.of(role));
  }

  private void requireTown(String town) {
    if (!town.matches("town-[1-9]\\d{8}")) {
      throw new ParameterException(spec.commandLine(), "not a township's channel: " + town);
    }
  }

  /// Townships that have a key in the folder, by the names of its files.
  private static List<String> towns(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> TOWN.matcher(String.valueOf(file.getFileName())))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .distinct()
          .sorted()
          .toList();
    }
  }

  private int list(SigningKeys keys, List<String> roles) throws ReleaseException {
    for (String role : roles) {
      for (SigningKey key : keys.of(role)) {
        String half = key.canSign() ? "private" : "public only";
        spec.commandLine().getOut().println(role + " " + key.id() + " " + half);
      }
    }
    return Desk.DONE;
  }
}
