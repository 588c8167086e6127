package cn.gongkai.content.release.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

  @TempDir Path dir;

  private final ForgedRepository site = new ForgedRepository();

  @ParameterizedTest
  @ValueSource(strings = {"timestamp", "snapshot", "targets"})
  void aFileSignedByAnotherKeyIsRefused(String role) throws Exception {
    site.signers.put(role, List.of(ForgedKey.ed25519().named(site.keys.get(role).getFirst().id())));
    site.publish(role);
    assertThat(site.refresh(site.terminal(dir))).isEqualTo("RELEASE-TUF-SIGNATURE");
  }

  @Test
  void anUnsignedFileIsRefused() throws Exception {
    site.signers.put("timestamp", List.of());
    site.publish("timestamp");
    assertThat(site.refresh(site.terminal(dir))).isEqualTo("RELEASE-TUF-SIGNATURE");
  }

  @Test
  void changedContentIsRefused() throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    String text = new String(site.served.get("timestamp.json"), StandardCharsets.UTF_8);
    site.served.put(
        "timestamp.json",
        text.replace("\"expires\":\"2024", "\"expires\":\"2034").getBytes(StandardCharsets.UTF_8));
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-SIGNATURE");
  }

  @Test
  void otherSchemesOfTheSpecificationAreVerified() throws Exception {
    site.give("timestamp", ForgedKey.ecdsa("secp256r1"));
    site.give("snapshot", ForgedKey.rsa(2048));
    site.publishAll();
    assertThat(site.refresh(site.terminal(dir))).isEqualTo("accepted");
  }

  @Test
  void weakAndUnknownKeysVerifyNothing() throws Exception {
    for (ForgedKey weak : List.of(ForgedKey.rsa(1024), ForgedKey.ecdsa("secp384r1"))) {
      site.give("timestamp", weak);
      site.publishAll();
      assertThat(site.refresh(site.terminal(dir.resolve(weak.id()))))
          .isEqualTo("RELEASE-TUF-SIGNATURE");
    }
    ForgedKey good = ForgedKey.ed25519();
    Json.Obj odd = Json.object().with("keytype", "dilithium").with("scheme", "x");
    site.give("timestamp", new ForgedKey("odd", odd, good.pair(), "ed25519"), good);
    site.publishAll();
    assertThat(site.refresh(site.terminal(dir.resolve("odd")))).isEqualTo("accepted");
  }

  @Test
  void oneKeyUnderTwoIdsCountsOnce() throws Exception {
    ForgedKey key = ForgedKey.ed25519();
    site.give("timestamp", key, key.named("other"));
    site.threshold.put("timestamp", 2);
    site.publishAll();
    assertThat(site.refresh(site.terminal(dir))).isEqualTo("RELEASE-TUF-SIGNATURE");
  }

  @Test
  void twoSignaturesOfOneKeyAreRefused() throws Exception {
    ForgedKey key = site.keys.get("timestamp").getFirst();
    site.signers.put("timestamp", List.of(key, key));
    site.publish("timestamp");
    assertThat(site.refresh(site.terminal(dir))).isEqualTo("RELEASE-TUF-FORM");
  }

  @Test
  void aKeyListedTwiceForARoleIsRefused() throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    ForgedKey key = site.keys.get("timestamp").getFirst();
    site.give("timestamp", key, key);
    site.publishNextRoot();
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-FORM");
  }

  @Test
  void aThresholdOfNoneIsRefused() throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    site.threshold.put("timestamp", 0);
    site.publishNextRoot();
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-FORM");
  }

  /// Keys and signers of the root, version by version: `keys/threshold/signers`.
  @ParameterizedTest
  @CsvSource({
    "1/1/1 2/1/21 2/1/2, accepted",
    "1/1/314 2/1/3214 2/1/324, accepted",
    "01234/3/024 01234/3/041 01234/3/013, accepted",
    "01234/3/024 01345/3/041, accepted",
    "01234/3/024 56789/3/024567 56789/3/567, accepted",
    "123/1/1 123/2/12, accepted",
    "123/2/12 123/1/12 123/1/1, accepted",
    "1/1/1 12/2/12, accepted",
    "1/1/1 2/1/234, RELEASE-TUF-SIGNATURE",
    "1/1/1 2/1/134, RELEASE-TUF-SIGNATURE",
    "01234/3/024 01345/3/024, RELEASE-TUF-SIGNATURE",
    "01234/3/024 01345/3/045, RELEASE-TUF-SIGNATURE",
    "123/1/1 123/2/2, RELEASE-TUF-SIGNATURE",
    "123/2/12 123/1/1, RELEASE-TUF-SIGNATURE"
  })
  void aRootNeedsTheThresholdOfTheOldKeysAndOfTheNew(String roots, String expected)
      throws Exception {
    List<ForgedKey> pool = IntStream.range(0, 10).mapToObj(i -> ForgedKey.ed25519()).toList();
    long version = 0;
    for (String root : roots.split(" ")) {
      String[] parts = root.split("/");
      site.keys.put("root", pick(pool, parts[0]));
      site.threshold.put("root", Integer.parseInt(parts[1]));
      site.signers.put("root", pick(pool, parts[2]));
      site.version.put("root", ++version);
      site.publish("root");
    }
    TrustedFolder trusted = site.terminal(dir);
    assertThat(site.refresh(trusted)).isEqualTo(expected);
    assertThat(ForgedRepository.version(trusted, "root"))
        .isEqualTo(expected.equals("accepted") ? version : version - 1);
  }

  private static List<ForgedKey> pick(List<ForgedKey> pool, String digits) {
    return new ArrayList<>(digits.chars().mapToObj(c -> pool.get(c - '0')).toList());
  }

  @Test
  void aRootThatSkipsAVersionIsRefused() throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    site.version.put("root", 3L);
    site.served.put("2.root.json", site.file("root"));
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-VERSION");
    assertThat(ForgedRepository.version(trusted, "root")).isEqualTo(1);
  }

  @Test
  void unknownMembersAreSignedAndAccepted() throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    site.version.put("root", 2L);
    Json.Obj root =
        site.signed("root")
            .with("x-note", Json.texts("tab\there", "引号\"和\\"))
            .with("x-none", new Json.Null())
            .with("x-\u00e9\uD83D\uDE00", true);
    site.served.put("2.root.json", ForgedRepository.envelope(root, site.signers.get("root")));
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(ForgedRepository.version(trusted, "root")).isEqualTo(2);
  }

  @Test
  void aLongTrainOfRootsIsFollowedInSeveralRuns() throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    IntStream.range(0, 300).forEach(i -> site.publishNextRoot());
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(ForgedRepository.version(trusted, "root")).isEqualTo(257);
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(ForgedRepository.version(trusted, "root")).isEqualTo(301);
  }

  @Test
  void aRoleOfAnotherTypeIsRefused() throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    ForgedKey shared = site.keys.get("snapshot").getFirst();
    site.give("targets", shared);
    site.publishNextRoot();
    site.served.put("1.targets.json", site.file("snapshot"));
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-FORM");
  }

  @Test
  void anotherMajorSpecificationIsRefused() throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    Json.Obj timestamp = site.signed("timestamp").with("spec_version", "2.0.0");
    site.served.put(
        "timestamp.json", ForgedRepository.envelope(timestamp, site.signers.get("timestamp")));
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-FORM");
  }

  @Test
  void everyFlippedByteOfAFileIsRefusedOrChangesNothingSigned() throws Exception {
    byte[] good = site.served.get("timestamp.json");
    byte[] canonical = JsonText.canonical(JsonText.read(good).object("signed"));
    for (int i = 0; i < good.length; i++) {
      byte[] bad = Arrays.copyOf(good, good.length);
      bad[i] ^= 1;
      site.served.put("timestamp.json", bad);
      TrustedFolder trusted = site.terminal(dir.resolve("t" + i));
      if (site.refresh(trusted).equals("accepted")) {
        assertThat(JsonText.canonical(JsonText.read(bad).object("signed"))).isEqualTo(canonical);
      }
    }
  }
}
