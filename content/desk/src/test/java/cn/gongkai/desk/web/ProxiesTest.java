package cn.gongkai.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who asks, where some of those who stand in between are believed and others are not.
class ProxiesTest {

  private static final InetAddress PROXY = address("10.0.0.1");
  private static final InetAddress INNER = address("fd00::2");
  private static final InetAddress STRANGER = address("203.0.113.9");

  private final Proxies proxies = new Proxies(Set.of(PROXY, INNER));

  private static InetAddress address(String text) {
    return Proxies.literal(text).orElseThrow();
  }

  private String source(InetAddress peer, String... headers) {
    return proxies.forwarded(peer, List.of(headers)).getHostAddress();
  }

  @Test
  void aStrangerIsWhoHeIsWhateverHeWrites() {
    assertThat(source(STRANGER, "198.51.100.1")).isEqualTo("203.0.113.9");
    assertThat(source(STRANGER, "10.0.0.1", "10.0.0.1, fd00::2")).isEqualTo("203.0.113.9");
    assertThat(Proxies.NONE.forwarded(PROXY, List.of("198.51.100.1"))).isEqualTo(PROXY);
  }

  @Test
  void aProxyIsBelievedAndWhatWasWrittenBeforeItIsNot() {
    assertThat(source(PROXY, "198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(source(PROXY, "192.0.2.1, 192.0.2.2,198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(source(PROXY, "192.0.2.1", "198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(source(INNER, "192.0.2.1, 198.51.100.1, 10.0.0.1")).isEqualTo("198.51.100.1");
    assertThat(source(PROXY, "2001:db8::7")).isEqualTo("2001:db8:0:0:0:0:0:7");
    assertThat(source(PROXY, "::ffff:198.51.100.1")).isEqualTo("198.51.100.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "unknown", "desk.example", "198.51.100.1:80", "[::1]:80", ",,"})
  void whatIsNoAddressIsTheProxys(String header) {
    assertThat(source(PROXY, header)).isEqualTo("10.0.0.1");
    assertThat(source(PROXY, "192.0.2.1," + header)).isEqualTo("10.0.0.1");
  }

  @Test
  void aRowOfProxiesWithoutEndHasOne() {
    assertThat(source(PROXY, "198.51.100.1," + "10.0.0.1,".repeat(5_000) + "10.0.0.1"))
        .isEqualTo("10.0.0.1");
  }

  @Test
  void oneMachineCountsOnceHoweverManyAddressesOfItsNetworkItUses() {
    assertThat(Proxies.name(address("2001:db8::1")))
        .isEqualTo(Proxies.name(address("2001:db8::ffff:1")))
        .isNotEqualTo(Proxies.name(address("2001:db8:0:1::1")));
  }

  @Test
  void anythingInAHeaderIsAnAddressOrNothing() {
    long seed = 20_261_123;
    Random random = new Random(seed);
    String pieces = "0123456789abcdef:.,[]%\" \tfor=x-\u00e9";
    for (int n = 0; n < 20_000; n++) {
      StringBuilder header = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        header.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      List<String> headers = new ArrayList<>(List.of(header.toString()));
      assertThat(proxies.forwarded(STRANGER, headers))
          .as("seed %d: %s", seed, header)
          .isEqualTo(STRANGER);
      assertThat(proxies.forwarded(PROXY, headers).getAddress())
          .as("seed %d: %s", seed, header)
          .hasSizeBetween(4, 16);
    }
  }
}
