package cn.gongkai.desk.web;

import com.sun.net.httpserver.HttpExchange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Web servers in front of this one, whose word on who asks is believed: the last address of
/// `X-Forwarded-For` that is not one of theirs. From any other address the header says nothing.
///
/// @param addresses of theirs
public record Proxies(Set<InetAddress> addresses) {

  public static final Proxies NONE = new Proxies(Set.of());

  private static final String HEADER = "X-Forwarded-For";

  /// A forged header may be long; proxies stand in a short row.
  private static final int ROW_MAX = 8;

  /// What one connection of the sixth version of IP has for itself.
  private static final int NETWORK_BYTES = 8;

  public Proxies {
    addresses = Set.copyOf(addresses);
  }

  /// Who asks, as a name to count by: an address, of IPv6 the network of 64 bits, all of which one
  /// machine may use.
  String source(HttpExchange exchange) {
    InetAddress peer = exchange.getRemoteAddress().getAddress();
    return name(forwarded(peer, exchange.getRequestHeaders().getOrDefault(HEADER, List.of())));
  }

  /// @param headers in the order in which they came, each a list of addresses
  InetAddress forwarded(InetAddress peer, List<String> headers) {
    InetAddress source = peer;
    List<String> row =
        headers.reversed().stream()
            .flatMap(header -> Arrays.asList(header.split(",", -1)).reversed().stream())
            .limit(ROW_MAX)
            .toList();
    for (String each : row) {
      Optional<InetAddress> before = literal(each.strip());
      if (!addresses.contains(source) || before.isEmpty()) {
        return source;
      }
      source = before.get();
    }
    return source;
  }

  /// An address as it is written; names are never asked for.
  public static Optional<InetAddress> literal(String text) {
    try {
      InetAddress address = InetAddress.ofLiteral(text);
      return Optional.of(InetAddress.getByAddress(address.getAddress()));
    } catch (IllegalArgumentException | UnknownHostException e) {
      return Optional.empty();
    }
  }

  static String name(InetAddress address) {
    if (address instanceof Inet6Address) {
      byte[] network = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
      return java.util.HexFormat.of().formatHex(network) + "/64";
    }
    return address.getHostAddress();
  }
}
