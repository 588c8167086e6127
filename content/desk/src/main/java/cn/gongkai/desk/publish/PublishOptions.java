package cn.gongkai.desk.publish;

import java.net.URI;
import java.util.Optional;

/// How to publish.
///
/// @param baseUrl where the site will be served, instead of what `site.yaml` says
/// @param resign sign a new timestamp even where nothing has changed
/// @param purge rewrite all segments, so that nothing of earlier text is left on the site; done in
///   any case for a channel from which an item is withdrawn
/// @param allowWithdrawals go on even where a large part of the items would vanish
/// @param full read and check everything, whatever is remembered of last time
public record PublishOptions(
    Optional<URI> baseUrl, boolean resign, boolean purge, boolean allowWithdrawals, boolean full) {

  public static final PublishOptions STANDARD =
      new PublishOptions(Optional.empty(), false, false, false, false);

  public PublishOptions withBaseUrl(URI url) {
    return new PublishOptions(Optional.of(url), resign, purge, allowWithdrawals, full);
  }
}
