package cn.gongkai.content.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.release.sign.SigningKey;
import cn.gongkai.content.release.tuf.SignedFile;
import cn.gongkai.content.release.tuf.TufLimits;
import cn.gongkai.content.report.Acknowledgement.Held;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing but what the keys of the trusted root signed counts as the county's word.
class AcknowledgementTest {

  private static final String SERIES = "0123456789abcdef";
  private static final Held HELD = new Held(1, 9, "ab".repeat(32));

  @TempDir Path folder;
  private SiteSimulator site;
  private Acknowledgement made;

  @BeforeEach
  void aSite() throws Exception {
    site = SiteSimulator.small(folder);
    made =
        new Acknowledgement(site.clock().instant(), Map.of("t-1", Map.of(SERIES, List.of(HELD))));
  }

  private byte[] signed() throws Exception {
    return made.sign(site.release().keys().of("timestamp"));
  }

  private Acknowledgement open(byte[] bytes) throws Exception {
    return Acknowledgement.open(bytes, site.release().firstRoot(), site.clock().instant());
  }

  private void assertRefused(byte[] bytes, String code) {
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOfSatisfying(ReportException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void whatTheTimestampsKeysSignedIsReadAsItWasMade() throws Exception {
    assertThat(open(signed())).isEqualTo(made);
    assertThat(open(signed()).of("t-1", SERIES)).containsExactly(HELD);
    assertThat(open(signed()).of("t-2", SERIES)).isEmpty();
    assertThat(open(signed()).of("t-1", "fedcba9876543210")).isEmpty();
  }

  @Test
  void keysOfAnotherSiteOrOfAnotherRoleSignNothing() throws Exception {
    assertRefused(made.sign(List.of(SigningKey.generate())), "REPORT-SIGNATURE");
    assertRefused(made.sign(List.of()), "REPORT-SIGNATURE");
    for (String role : List.of("targets", "snapshot", "root")) {
      assertRefused(made.sign(site.release().keys().of(role)), "REPORT-SIGNATURE");
    }
  }

  @Test
  void aKeyThatWasRotatedSignsNothingMore() throws Exception {
    byte[] before = signed();
    site.release().keys().rotate("timestamp");
    site.release().repository().renew();
    byte[] root = Files.readAllBytes(site.site().resolve("metadata/2.root.json"));
    assertThatThrownBy(() -> Acknowledgement.open(before, root, site.clock().instant()))
        .hasMessageContaining("REPORT-SIGNATURE");
    assertThat(Acknowledgement.open(signed(), root, site.clock().instant())).isEqualTo(made);
  }

  @Test
  void metadataIsNoAcknowledgementAndAnAcknowledgementNoMetadata() throws Exception {
    assertRefused(
        Files.readAllBytes(site.site().resolve("metadata/timestamp.json")), "REPORT-FORM");
    byte[] bytes = signed();
    for (String type : List.of("timestamp", "snapshot", "targets", "root")) {
      assertThatThrownBy(() -> SignedFile.read(bytes, type, TufLimits.STANDARD))
          .isInstanceOf(ReleaseException.class);
    }
  }

  @Test
  void afterAYearItIsRefused() throws Exception {
    byte[] bytes = signed();
    site.clock().advance(Duration.ofDays(366));
    assertRefused(bytes, "REPORT-EXPIRED");
  }

  @Test
  void aFlippedBitAnywhereIsRefusedOrChangesNothing() throws Exception {
    byte[] good = signed();
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      try {
        assertThat(open(bad)).as("byte %d", i).isEqualTo(made);
      } catch (ReportException e) {
        assertThat(e.code()).as("byte %d", i).startsWith("REPORT-");
      }
    }
    for (int length = 0; length < good.length; length += 7) {
      byte[] cut = java.util.Arrays.copyOf(good, length);
      assertThatThrownBy(() -> open(cut)).isInstanceOf(ReportException.class);
    }
  }

  @Test
  void aFileThatIsTooLongIsNotRead() {
    assertRefused(new byte[Acknowledgement.BYTES_MAX + 1], "REPORT-LIMIT");
  }
}
