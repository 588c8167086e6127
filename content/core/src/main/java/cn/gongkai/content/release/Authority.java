package cn.gongkai.content.release;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who may sign a channel, and by which word: kept with what was applied, so that a channel which a
/// thief has counted far ahead can be set back once his key is replaced (the fast-forward recovery
/// of TUF 1.0.34, 5.3.11, for the numbers of our channels).
///
/// @param root version of the root, 1 or more
/// @param delegator version of the role that names the keys: the root's for the county, that of the
///   county's role for a township
/// @param keys SHA-256 over the sorted ids of the keys, lower-case hex
public record Authority(long root, long delegator, String keys) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18}) (\\d{1,18}) ([0-9a-f]{64})");

  public static Authority of(long root, long delegator, Collection<String> keyIds) {
    String sorted = String.join("\n", keyIds.stream().sorted().toList());
    return new Authority(root, delegator, Sha256.hex(sorted.getBytes(StandardCharsets.UTF_8)));
  }

  /// True where the keys have been replaced since by a later word: what the former ones counted is
  /// void. An older release with its older keys supersedes nothing, nor does the same key.
  public boolean supersedes(Authority earlier) {
    boolean later = root > earlier.root || (root == earlier.root && delegator > earlier.delegator);
    return later && !keys.equals(earlier.keys);
  }

  /// As [#toString] writes it; empty for anything else.
  public static Optional<Authority> find(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Authority(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                matcher.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return root + " " + delegator + " " + keys;
  }
}
