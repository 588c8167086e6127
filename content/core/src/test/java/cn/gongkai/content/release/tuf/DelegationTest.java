package cn.gongkai.content.release.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gongkai.content.release.ReleaseException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelegationTest {

  @TempDir Path dir;

  private final ForgedRepository site = new ForgedRepository();

  /// Delegations as `from>to`, `!` for a terminating one, `(p)` for paths other than `*`; then the
  /// roles that a search for `missing` visits.
  @ParameterizedTest
  @CsvSource({
    "targets>A, A",
    "targets>A targets>B, A B",
    "targets>A targets>B B>C, A B C",
    "targets>A targets>B A>C A>D, A C D B",
    "targets>A targets>B A>C C>D, A C D B",
    "targets>A targets>B A>C! A>D, A C",
    "targets>A targets>B A>C! C>D, A C D",
    "targets>A(*.py) targets>B A>C, B",
    "targets>A targets>B A>C(*.py) C>D, A B",
    "targets>A targets>B B>C C>D D>B, A B C D",
    "targets>A targets>B B>C A>C, A C B",
    "targets>A targets>B B>C A>C(*.py), A B C"
  })
  void aSearchGoesDepthFirstInOrder(String graph, String visited) throws Exception {
    for (String edge : graph.split(" ")) {
      String[] ends = edge.split("[>!(]");
      String paths = edge.contains("(") ? "*.py" : "*";
      site.delegate(ends[0], ends[1].replace(")", ""), edge.endsWith("!"), paths);
    }
    site.publishAll();
    TufClient client = site.client(site.terminal(dir));
    client.refresh();
    site.requests.clear();
    assertThat(client.find("missing")).isEmpty();
    assertThat(site.requests)
        .isEqualTo(Arrays.stream(visited.split(" ")).map(r -> "1." + r + ".json").toList());
  }

  @ParameterizedTest
  @CsvSource({
    "README.md, A",
    "releases/x/x_v1, C",
    "releases/y/y_v1.zip, D",
    "releases/z/z_v1.zip, ''",
    "releases/x/deep/er, ''"
  })
  void everyPatternOfTheChainMustCoverThePath(String path, String role) throws Exception {
    site.delegate("targets", "A", false, "*.doc", "*.md");
    site.delegate("targets", "B", false, "releases/*/*");
    site.delegate("B", "C", false, "releases/x/*");
    site.delegate("B", "D", false, "releases/y/*.zip");
    for (String holder : List.of("A", "C", "D")) {
      site.addTarget(holder, path, "by " + holder);
    }
    site.publishAll();
    TufClient client = site.client(site.terminal(dir));
    client.refresh();
    var found = client.find(path);
    if (role.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      found.orElseThrow().check(("by " + role).getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "*, a, true",
    "*, a/b, false",
    "a/*, a/b, true",
    "a/*, a/b/c, false",
    "a?c, abc, true",
    "a?c, a/c, false",
    "ch/town-370323104/*, ch/town-370323105/1-2.jsonl.xz, false",
    "*a*b*, xxaxxbxx, true",
    "*a*b, xxaxxbxx, false",
    "[ab], a, false"
  })
  void patternsStopAtSlashes(String pattern, String path, boolean matches) {
    assertThat(new PathPattern(pattern).matches(path)).isEqualTo(matches);
  }

  @Test
  void aHostilePatternCostsLittleTime() {
    PathPattern hostile = new PathPattern("*a".repeat(2_000) + "b");
    assertThat(hostile.matches("a".repeat(4_000))).isFalse();
  }

  @Test
  void anInvalidRoleEndsTheSearch() throws Exception {
    site.delegate("targets", "A", false, "*");
    site.delegate("targets", "B", false, "*");
    site.addTarget("B", "file", "by B");
    site.signers.put("A", List.of(ForgedKey.ed25519()));
    site.publishAll();
    TufClient client = site.client(site.terminal(dir));
    client.refresh();
    assertThat(code(client, "file")).isEqualTo("RELEASE-TUF-SIGNATURE");
  }

  @Test
  void aKeptRoleLosesItsAuthorityWithItsKey() throws Exception {
    site.delegate("targets", "A", false, "*");
    site.addTarget("A", "file", "by A");
    site.publishAll();
    TrustedFolder trusted = site.terminal(dir);
    TufClient before = site.client(trusted);
    before.refresh();
    assertThat(before.find("file")).isPresent();
    site.keys.put("A", List.of(ForgedKey.ed25519()));
    site.publishNext("targets");
    TufClient after = site.client(trusted);
    after.refresh();
    assertThat(code(after, "file")).isEqualTo("RELEASE-TUF-SIGNATURE");
  }

  @Test
  void anExpiredRoleIsNotUsedWhetherFetchedOrKept() throws Exception {
    site.delegate("targets", "A", false, "*");
    site.addTarget("A", "file", "by A");
    site.expires.put("A", site.clock.instant().plus(Duration.ofDays(7)));
    site.publishAll();
    TrustedFolder trusted = site.terminal(dir);
    TufClient today = site.client(trusted);
    today.refresh();
    assertThat(today.find("file")).isPresent();
    site.clock.advance(Duration.ofDays(18));
    TufClient later = site.client(trusted);
    later.refresh();
    assertThat(code(later, "file")).isEqualTo("RELEASE-TUF-EXPIRED");
    site.expires.put("A", site.clock.instant().plus(Duration.ofDays(7)));
    site.publishNext("A");
    TufClient renewed = site.client(trusted);
    renewed.refresh();
    assertThat(renewed.find("file")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "#", "/delegated", "../delegated", "..", "a b*c~d"})
  void anOddRoleNameStaysInItsPlace(String role) throws Exception {
    site.delegate("targets", role, false, "*");
    site.publishAll();
    TrustedFolder trusted = site.terminal(dir.resolve("trusted"));
    TufClient client = site.client(trusted);
    client.refresh();
    assertThat(client.find("missing")).isEmpty();
    assertThat(site.requests).contains("1." + TrustedFolder.encode(role) + ".json");
    try (var files = Files.list(dir)) {
      assertThat(files).containsExactly(dir.resolve("trusted"));
    }
    try (var files = Files.list(dir.resolve("trusted"))) {
      assertThat(files.filter(f -> f.toString().endsWith(".json"))).hasSize(5);
    }
  }

  @Test
  void atMostSoManyRolesAreSearched() throws Exception {
    for (int i = 0; i < 50; i++) {
      site.delegate("targets", "R" + i, false, "*");
    }
    site.addTarget("R49", "file", "far");
    site.publishAll();
    TufClient client = site.client(site.terminal(dir));
    client.refresh();
    site.requests.clear();
    assertThat(client.find("file")).isEmpty();
    assertThat(site.requests).hasSize(TufLimits.STANDARD.delegations());
  }

  @Test
  void aRoleDelegatedTwiceIsRefused() throws Exception {
    site.delegate("targets", "A", false, "x/*");
    site.delegate("targets", "A", false, "y/*");
    site.publishAll();
    assertThat(site.refresh(site.terminal(dir))).isEqualTo("RELEASE-TUF-FORM");
  }

  @Test
  void withoutConsistentSnapshotsNamesCarryNothing() throws Exception {
    site.consistent = false;
    site.served.clear();
    site.addTarget("targets", "a/file", "content");
    site.publishAll();
    TufClient client = site.client(site.terminal(dir));
    client.refresh();
    assertThat(site.requests).contains("snapshot.json", "targets.json");
    assertThat(client.find("a/file").orElseThrow().servedPath()).isEqualTo("a/file");
  }

  private static String code(TufClient client, String path) {
    return catchThrowableOfType(ReleaseException.class, () -> client.find(path)).code();
  }
}
