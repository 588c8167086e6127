package cn.gongkai.desk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A township signs on its own machine, of which the county sees two things: the public half of a
/// key and the folder that is handed over.
class TownTest extends TownFixture {

  @Test
  void aTownshipSignsItsChannelAndTheCountyPublishesItWithoutItsKey() throws Exception {
    handOverTheChannel();
    assertThat(release().refused()).isEmpty();
    assertThat(townItems()).isEqualTo(2);
    assertThat(page(NEW)).contains("悦庄镇新桥通车");
    assertThat(ownItem(authored, NEW)).exists();
    done("keys", "show", "--keys", keys);
    assertThat(out.toString()).containsOnlyOnce(TOWN + " ").contains(" public only");
    try (Stream<Path> files = Files.walk(temp)) {
      assertThat(
              files
                  .filter(f -> f.getFileName().toString().startsWith(TOWN))
                  .filter(f -> f.toString().endsWith(".pem"))
                  .filter(f -> contains(f, "PRIVATE"))
                  .filter(f -> !f.startsWith(theirKeys) && !f.startsWith(keys.resolve("retired"))))
          .isEmpty();
    }
  }

  private static boolean contains(Path file, String words) {
    try {
      return Files.readString(file).contains(words);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void laterReleasesCostTheCountyNothingElse() throws Exception {
    handOverTheChannel();
    publish();
    assertThat(out.toString()).contains("unchanged: nothing to publish");
    write(NEW, "示例：悦庄镇新桥限行");
    Files.delete(ownItem(theirs, OLD));
    done(signing());
    assertThat(out.toString()).contains("0 added, 1 changed, 1 withdrawn");
    done(taking());
    publish();
    assertThat(out.toString()).contains(TOWN + ": now at ").contains("1 changed, 1 withdrawn");
    assertThat(townItems()).isEqualTo(1);
    assertThat(page(NEW)).contains("新桥限行");
    assertThat(ownItem(authored, OLD)).doesNotExist();
    done(signing());
    assertThat(out.toString()).contains("unchanged");
    done("renew", "--site", site);
    done("publish", authored, "--site", site, "--full");
    assertThat(release().refused()).isEmpty();
  }

  @Test
  void twoSignaturesBetweenTwoReleasesCountTheirOwnRevisions() throws Exception {
    handOverTheChannel();
    write(NEW, "示例：第二稿");
    done(signing());
    write(NEW, "示例：悦庄镇新桥通车");
    done(signing());
    done(taking());
    publish();
    assertThat(release().refused()).isEmpty();
    assertThat(page(NEW)).contains("悦庄镇新桥通车");
  }

  @Test
  void theCountyGoesOnSigningUntilTheTownshipDoes() throws Exception {
    makeKey();
    adopt();
    done("renew", "--site", site);
    publish();
    assertThat(release().refused()).isEmpty();
  }

  @Test
  void anOlderReleaseIsRefused() throws Exception {
    handOverTheChannel();
    refused("RELEASE-TUF-ROLLBACK", taking());
  }

  @Test
  void aKeyThatTheCountyHasNotAdoptedIsRefused() throws Exception {
    makeKey();
    write(NEW, "示例：悦庄镇新桥通车");
    done(signing());
    refused("RELEASE-TUF-SIGNATURE", taking());
    assertThat(ownItem(authored, NEW)).doesNotExist();
    publish();
    assertThat(townItems()).isEqualTo(1);
  }

  @Test
  void aPrivateKeyIsNotAdopted() throws Exception {
    makeKey();
    try (Stream<Path> files = Files.list(theirKeys)) {
      publicKey = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    refused(
        "RELEASE-KEY-PRIVATE",
        "keys",
        "adopt",
        "--keys",
        keys,
        "--town",
        TOWN,
        "--public",
        publicKey);
  }

  @Test
  void sourcesThatAreNotWhatWasSignedAreRefused() throws Exception {
    makeKey();
    adopt();
    done(signing());
    Path source = ownItem(handedOver, OLD);
    Files.writeString(source, Files.readString(source).replace("照常办理", "不再办理"));
    refused("PUBLISH-TOWN-DIFFERS", taking());
    assertThat(Files.readString(ownItem(authored, OLD))).contains("照常办理");
  }

  @Test
  void aSegmentThatWasChangedIsRefused() throws Exception {
    makeKey();
    adopt();
    write(NEW, "示例：悦庄镇新桥通车");
    done(signing());
    try (Stream<Path> files = Files.list(handedOver.resolve("targets/ch/" + TOWN))) {
      Path segment = files.findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(segment);
      bytes[bytes.length / 2] ^= 1;
      Files.write(segment, bytes);
    }
    refused("RELEASE-SEGMENT-HASH", taking());
  }

  @Test
  void aTownshipCannotSignWhatIsNotItsOwn() throws Exception {
    makeKey();
    Path foreign = ownItem(theirs, "zc-2024-01");
    write("zc-2024-01", "示例：县里的通知");
    Files.writeString(
        foreign, Files.readString(foreign).replace("division: \"" + CODE + "\"\n", ""));
    refused("PUBLISH-TOWN-FOREIGN", signing());
  }

  @Test
  void aTownshipsSourcesLieInPlacesOfItsOwn() throws Exception {
    makeKey();
    move(ownItem(theirs, OLD), theirs.resolve("items/" + OLD + ".md"));
    refused("PUBLISH-TOWN-PLACE", signing());
  }

  @Test
  void whatTheCountyWritesInATownshipsNameIsNotPublished() throws Exception {
    handOverTheChannel();
    Path item = ownItem(authored, OLD);
    Files.writeString(item, Files.readString(item).replace("照常办理", "不再办理"));
    refused("PUBLISH-TOWN-DIFFERS", "publish", authored, "--site", site);
    assertThat(release().refused()).isEmpty();
  }

  @Test
  void aColumnTheCountyDoesNotHaveKeepsTheReleaseOut() throws Exception {
    makeKey();
    adopt();
    Files.writeString(
        theirs.resolve("columns.yaml"),
        Files.readString(theirs.resolve("columns.yaml"))
            + "- {id: own, name: 自己的栏目, presentation: NEWS, icon: news}\n");
    write(NEW, "示例：悦庄镇新桥通车");
    Path item = ownItem(theirs, NEW);
    Files.writeString(item, Files.readString(item).replace("column: dongtai", "column: own"));
    done(signing());
    assertThat(run(taking())).isEqualTo(Desk.REFUSED);
    assertThat(out.toString()).contains("refused: " + TOWN);
    publish();
    assertThat(townItems()).isEqualTo(1);
  }

  @Test
  void aStolenKeyIsRevokedByTheNextReleaseAndANewOneTakesItsPlace() throws Exception {
    handOverTheChannel();
    done("keys", "revoke", "--keys", keys, "--town", TOWN);
    done("renew", "--site", site);
    assertThat(release().refused())
        .singleElement()
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("RELEASE-TUF-SIGNATURE"));
    assertThat(release().find(Channel.COUNTY)).isPresent();
    done("renew", "--site", site);
    publish();
    write(NEW, "示例：假消息");
    done(signing());
    refused("RELEASE-TUF-SIGNATURE", taking());
    refused(
        "RELEASE-KEY-REVOKED",
        "keys",
        "adopt",
        "--keys",
        keys,
        "--town",
        TOWN,
        "--public",
        publicKey);
    done("town", "key", "--keys", theirKeys, "--town", TOWN, "--public", publicKey, "--new");
    adopt();
    write(NEW, "示例：新桥的真消息");
    done(signing());
    done(taking());
    publish();
    assertThat(release().refused()).isEmpty();
    assertThat(page(NEW)).contains("新桥的真消息");
  }

  @Test
  void aFolderThatNobodyHasSignedIsRefused() throws Exception {
    refused("PUBLISH-TOWN-FOLDER", "town", "take", theirs, authored, "--site", site);
  }

  @Test
  void aLinkInWhatIsHandedOverIsNotFollowed() throws Exception {
    makeKey();
    adopt();
    done(signing());
    Files.createSymbolicLink(
        handedOver.resolve("items/towns/" + CODE + "/secret.txt"), keys.resolve("publish.lock"));
    refused("PUBLISH-TOWN-FOLDER", taking());
  }
}
