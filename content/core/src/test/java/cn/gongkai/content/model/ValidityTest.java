package cn.gongkai.content.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ValidityTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private static OfficialMetadata document(
      Optional<LocalDate> effective,
      Optional<LocalDate> expires,
      Optional<LocalDate> invalidated,
      Validity stated) {
    return new OfficialMetadata(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "沂源县人民政府",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OffsetDateTime.parse("2023-05-04T23:30:00+08:00"),
        effective,
        expires,
        invalidated,
        stated,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        DisclosureMode.PROACTIVE,
        List.of(),
        DisclosureLevel.COUNTY,
        new DivisionCode("370323"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static OfficialMetadata stated(Validity stated) {
    return document(Optional.empty(), Optional.empty(), Optional.empty(), stated);
  }

  @Test
  void withoutDatesTheStatedValidityHolds() {
    for (Validity validity : Validity.values()) {
      assertThat(stated(validity).validityOn(DAY)).isEqualTo(validity);
    }
  }

  @Test
  void theLastDayInForceIsStillInForce() {
    OfficialMetadata document =
        document(Optional.empty(), Optional.of(DAY), Optional.empty(), Validity.IN_FORCE);
    assertThat(document.validityOn(DAY)).isEqualTo(Validity.IN_FORCE);
    assertThat(document.validityOn(DAY.plusDays(1))).isEqualTo(Validity.EXPIRED);
  }

  @Test
  void onTheDayOfRepealItIsNoLongerInForce() {
    OfficialMetadata document =
        document(Optional.empty(), Optional.empty(), Optional.of(DAY), Validity.REPEALED);
    assertThat(document.validityOn(DAY.minusDays(1))).isEqualTo(Validity.IN_FORCE);
    assertThat(document.validityOn(DAY)).isEqualTo(Validity.REPEALED);
  }

  @Test
  void aDocumentWhoseFirstDayIsToComeIsNotYetInForce() {
    OfficialMetadata document =
        document(Optional.of(DAY), Optional.empty(), Optional.empty(), Validity.IN_FORCE);
    assertThat(document.validityOn(DAY.minusDays(1))).isEqualTo(Validity.NOT_YET_IN_FORCE);
    assertThat(document.validityOn(DAY)).isEqualTo(Validity.IN_FORCE);
  }

  @Test
  void datesAloneMakeADocumentValid() {
    OfficialMetadata document =
        document(Optional.of(DAY), Optional.empty(), Optional.empty(), Validity.UNSTATED);
    assertThat(document.validityOn(DAY)).isEqualTo(Validity.IN_FORCE);
  }

  @Test
  void expiryBeforeTheFirstDayIsRefused() {
    assertThatThrownBy(
            () ->
                document(
                    Optional.of(DAY),
                    Optional.of(DAY.minusDays(1)),
                    Optional.empty(),
                    Validity.IN_FORCE))
        .isInstanceOf(InvalidValue.class);
  }

  @Property
  void whatIsOverStaysOver(
      @ForAll @IntRange(min = 0, max = 400) int lasts,
      @ForAll @IntRange(min = 0, max = 400) int repealedAfter,
      @ForAll Validity stated,
      @ForAll @IntRange(min = 0, max = 800) int day) {
    OfficialMetadata document =
        document(
            Optional.of(DAY),
            Optional.of(DAY.plusDays(lasts)),
            Optional.of(DAY.plusDays(repealedAfter)),
            stated);
    if (document.validityOn(DAY.plusDays(day)).isOver()) {
      assertThat(document.validityOn(DAY.plusDays(day + 1)).isOver()).isTrue();
    }
    assertThat(document.validityOn(DAY.plusDays(repealedAfter))).isEqualTo(Validity.REPEALED);
  }

  @Test
  void thePublicationDayIsTheSourcesOwn() {
    assertThat(stated(Validity.UNSTATED).publishedOn()).isEqualTo(LocalDate.of(2023, 5, 4));
  }
}
