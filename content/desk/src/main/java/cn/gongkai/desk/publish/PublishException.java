package cn.gongkai.desk.publish;

/// Trouble that keeps a release from being made, other than the content itself: the one checked
/// family of this package.
///
/// Codes: `PUBLISH-KEYS-INSIDE` the keys would lie in the published site, `PUBLISH-KEYS-MISSING`
/// the site has been signed with keys that are not in the folder, `PUBLISH-FOREIGN` the folder is
/// not empty and not a site, `PUBLISH-BROKEN` the site's own files do not add up,
/// `PUBLISH-FILE-CHANGED` a file changed while it was being published, `PUBLISH-MANY-WITHDRAWN` so
/// much would vanish that it is probably a mistake, `PUBLISH-BUSY` another publication is running,
/// `PUBLISH-CODE` the code of a phone page cannot be read back.
public final class PublishException extends Exception {

  private final String code;

  public PublishException(String code, String message) {
    super(code + ": " + message);
    this.code = code;
  }

  /// Stable code, listed in `docs/errors.md`.
  public String code() {
    return code;
  }
}
