package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;

/// Where a run of text leads. A terminal follows item links and shows outside ones as a QR code.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "to")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Link.ToItem.class, name = "item"),
  @JsonSubTypes.Type(value = Link.Outside.class, name = "outside")
})
public sealed interface Link {

  /// A link to another item of this site.
  record ToItem(ItemId id) implements Link {}

  /// A link to a page elsewhere, `http` or `https` only.
  record Outside(URI url) implements Link {
    public Outside {
      InvalidValue.require(
          ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
              && url.getHost() != null,
          "MODEL-LINK",
          "a link must be an absolute http or https address, not '%s'",
          url);
    }
  }
}
