package cn.gongkai.content.release.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What other publishers' repositories may hold that our own desk never writes.
class InteropTest {

  @TempDir Path dir;

  private final ForgedRepository site = new ForgedRepository();

  /// Signs the timestamp with one good key, and says something else in the name of a second one.
  private void timestampWith(String secondSignature) {
    ForgedKey second = ForgedKey.ed25519();
    site.give("timestamp", site.keys.get("timestamp").getFirst(), second);
    site.publishNextRoot();
    Json.Obj signed = site.signed("timestamp");
    List<Json> signatures = new ArrayList<>();
    signatures.add(Json.object().with("keyid", second.id()).with("sig", secondSignature));
    ForgedKey first = site.keys.get("timestamp").getFirst();
    signatures.add(
        Json.object()
            .with("keyid", first.id())
            .with("sig", first.sign(JsonText.canonical(signed))));
    site.served.put(
        "timestamp.json",
        JsonText.write(
            Json.object().with("signatures", new Json.Arr(signatures)).with("signed", signed)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "zz", "0g", "abc", "b6158962 0c287e23"})
  void aSignatureThatIsNoneBesideAGoodOneDoesNoHarm(String other) throws Exception {
    timestampWith(other);
    assertThat(site.refresh(site.terminal(dir))).isEqualTo("accepted");
  }

  @Test
  void anotherFilesSignatureBesideAGoodOneDoesNoHarm() throws Exception {
    timestampWith(ForgedKey.ed25519().sign("another file".getBytes(StandardCharsets.UTF_8)));
    assertThat(site.refresh(site.terminal(dir))).isEqualTo("accepted");
  }

  @Test
  void theSameSignatureDoesNotCountWhereTwoAreNeeded() throws Exception {
    timestampWith("");
    site.threshold.put("timestamp", 2);
    site.publishNextRoot();
    assertThat(site.refresh(site.terminal(dir))).isEqualTo("RELEASE-TUF-SIGNATURE");
  }

  @Test
  void aRoleThatNeedsMoreKeysThanItHasIsRefusedAndTheRootIsKept() throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    site.threshold.put("snapshot", 2);
    site.publishNextRoot();
    site.publishNext();
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-SIGNATURE");
    assertThat(ForgedRepository.version(trusted, "root")).isEqualTo(2);
    assertThat(trusted.find("timestamp")).isPresent();
    assertThat(trusted.find("snapshot")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"version", "roles", "keys", "expires"})
  void aFirstRootThatIsNoneAsksForNothing(String missing) throws Exception {
    Json.Obj whole = JsonText.read(site.served.get("1.root.json"));
    Json.Obj cut = Json.object();
    for (var member : whole.object("signed").members().entrySet()) {
      if (!member.getKey().equals(missing)) {
        cut = cut.with(member.getKey(), member.getValue());
      }
    }
    expectNoRequest(ForgedRepository.envelope(cut, site.signers.get("root")));
  }

  @Test
  void aFirstRootThatAnotherHasSignedAsksForNothing() throws Exception {
    ForgedKey owner = site.keys.get("root").getFirst();
    expectNoRequest(
        ForgedRepository.envelope(
            site.signed("root"), List.of(ForgedKey.ed25519().named(owner.id()))));
  }

  private void expectNoRequest(byte[] root) throws Exception {
    Files.createDirectories(dir);
    Files.write(dir.resolve("root.json"), root);
    site.requests.clear();
    assertThat(site.refresh(new TrustedFolder(dir))).startsWith("RELEASE-TUF-");
    assertThat(site.requests).isEmpty();
  }

  private static Json.Obj hashes(String text, String... algorithms) throws Exception {
    Json.Obj hashes = Json.object();
    for (String name : algorithms) {
      String known = name.equals("sha512") ? "SHA-512" : "SHA-256";
      byte[] digest =
          MessageDigest.getInstance(known).digest(text.getBytes(StandardCharsets.UTF_8));
      hashes = hashes.with(name, HexFormat.of().formatHex(digest));
    }
    return Json.object().with("length", text.length()).with("hashes", hashes);
  }

  private static void check(Json.Obj claim, String text) throws ReleaseException {
    FileClaim.read(claim).check("a file", text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256", "sha512", "sha256 sha512", "sha256 sha3-999"})
  void eachKnownHashOfAFileIsChecked(String algorithms) throws Exception {
    Json.Obj claim = hashes("a text", algorithms.split(" "));
    assertThatCode(() -> check(claim, "a text")).doesNotThrowAnyException();
    assertThat(catchThrowableOfType(ReleaseException.class, () -> check(claim, "b text")).code())
        .isEqualTo("RELEASE-TUF-HASH");
  }

  @Test
  void oneWrongHashOfTwoIsEnoughToRefuseAFile() throws Exception {
    Json.Obj good = hashes("a text", "sha256").object("hashes");
    Json.Obj bad = hashes("b text", "sha512").object("hashes");
    Json.Obj both =
        Json.object().with("length", 6).with("hashes", good.with("sha512", bad.text("sha512")));
    assertThat(catchThrowableOfType(ReleaseException.class, () -> check(both, "a text")).code())
        .isEqualTo("RELEASE-TUF-HASH");
  }

  @Test
  void aFileWithUnknownHashesOnlyIsRefused() throws Exception {
    Json.Obj claim = hashes("a text", "sha3-999");
    assertThat(catchThrowableOfType(ReleaseException.class, () -> check(claim, "a text")).code())
        .isEqualTo("RELEASE-TUF-HASH");
  }
}
