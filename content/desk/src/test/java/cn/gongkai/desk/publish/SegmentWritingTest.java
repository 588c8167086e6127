package cn.gongkai.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SegmentWritingTest {

  @Test
  void whatWentWrongIsToldAsItWas() {
    IOException full = new IOException("no space left on device");
    try (SegmentWriting writing =
        SegmentWriting.begin(
            () -> {
              throw full;
            })) {
      assertThatThrownBy(writing::channels).isSameAs(full);
    }
    IllegalStateException unexpected = new IllegalStateException("unexpected");
    try (SegmentWriting writing =
        SegmentWriting.begin(
            () -> {
              throw unexpected;
            })) {
      assertThatThrownBy(writing::channels).isSameAs(unexpected);
    }
  }

  @Test
  void wherePagesFailNothingIsWrittenOnceThePublicationHasEnded() {
    CountDownLatch failed = new CountDownLatch(1);
    AtomicBoolean written = new AtomicBoolean();
    IOException pages = new IOException("a page");
    assertThatThrownBy(
            () -> {
              try (SegmentWriting writing =
                  SegmentWriting.begin(
                      () -> {
                        failed.await();
                        written.set(true);
                        throw new IOException("a segment as well");
                      })) {
                failed.countDown();
                throw pages;
              }
            })
        .isSameAs(pages);
    assertThat(written).isTrue();
  }

  @Test
  void theChannelsComeBack() throws Exception {
    try (SegmentWriting writing = SegmentWriting.begin(List::of)) {
      assertThat(writing.channels()).isEmpty();
    }
  }
}
