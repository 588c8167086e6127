package cn.gongkai.content.release.tuf;

/// A pattern of target paths, where `*` stands for any characters and `?` for one, but neither for
/// a `/` (§4.5).
record PathPattern(String pattern) {

  boolean matches(String path) {
    String[] wanted = pattern.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!matches(wanted[i], given[i])) {
        return false;
      }
    }
    return true;
  }

  /// Goes back only to the last star, so its time is at most the product of the lengths.
  private static boolean matches(String wanted, String given) {
    int w = 0;
    int g = 0;
    int star = -1;
    int resume = 0;
    while (g < given.length()) {
      if (w < wanted.length() && wanted.charAt(w) == '*') {
        star = w++;
        resume = g;
      } else if (w < wanted.length()
          && (wanted.charAt(w) == '?' || wanted.charAt(w) == given.charAt(g))) {
        w++;
        g++;
      } else if (star >= 0) {
        w = star + 1;
        g = ++resume;
      } else {
        return false;
      }
    }
    while (w < wanted.length() && wanted.charAt(w) == '*') {
      w++;
    }
    return w == wanted.length();
  }
}
