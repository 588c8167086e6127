package cn.gongkai.content.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The published site itself: its names, where its phone pages are, and what the home screen shows.
///
/// @param name for example `沂源县政务公开`
/// @param baseUrl where the site is served, ending in `/`; QR codes lead below it
/// @param division the county
/// @param tiles at most eight columns, in the order of the home screen
/// @param attract items shown while nobody touches the screen, each approved for it
/// @param staleAfterHours age of the content from which terminals show the calm banner
/// @param hosts hosts that QR codes may lead to, besides the site's own
/// @param contact whom to ask about disclosure
public record Site(
    String name,
    URI baseUrl,
    DivisionCode division,
    List<ColumnId> tiles,
    List<ItemId> attract,
    int staleAfterHours,
    List<String> hosts,
    Optional<Contact> contact)
    implements Entity {

  public static final int TILES_MAX = 8;

  /// An office to turn to.
  public record Contact(
      String office,
      Optional<String> address,
      Optional<String> telephone,
      Optional<String> email,
      Optional<String> hours) {}

  public Site {
    tiles = List.copyOf(tiles == null ? List.of() : tiles);
    attract = List.copyOf(attract == null ? List.of() : attract);
    hosts = List.copyOf(hosts == null ? List.of() : hosts);
    InvalidValue.require(!name.isBlank(), "MODEL-SITE", "the site needs a name");
    InvalidValue.require(
        baseUrl.isAbsolute() && baseUrl.getPath() != null && baseUrl.getPath().endsWith("/"),
        "MODEL-SITE",
        "the base URL must be absolute and end in '/', not '%s'",
        baseUrl);
    InvalidValue.require(
        tiles.size() <= TILES_MAX,
        "MODEL-SITE",
        "the home screen has room for %d tiles, not %d",
        TILES_MAX,
        tiles.size());
    InvalidValue.require(
        staleAfterHours > 0, "MODEL-SITE", "staleAfterHours must be positive: %d", staleAfterHours);
  }

  /// The address of an item's phone page: what its QR code holds.
  public URI phonePage(ItemId id) {
    return baseUrl.resolve(ShortPath.of(id).page());
  }

  @Override
  public String key() {
    return "site";
  }
}
