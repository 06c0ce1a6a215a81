package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Scans of the disk that are asked for by the hundred, and scans that fail.
class DiskScansTest {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger changed = new AtomicInteger();

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  /// A branch is switched: an editor tells of each file.
  @Test
  void whatIsAskedForWhileOneRunsIsOneMore() {
    CountDownLatch finish = new CountDownLatch(1);
    DiskScans scans =
        new DiskScans(
            timer,
            () -> {
              begun.incrementAndGet();
              LspClient.await("the end", () -> finish.getCount() == 0);
              return true;
            },
            changed::incrementAndGet);
    scans.ask();
    LspClient.await("the first", () -> begun.get() == 1);
    for (int file = 0; file < 300; file++) {
      scans.ask();
    }
    finish.countDown();
    LspClient.await("both", () -> changed.get() == 2);
    assertEquals(2, begun.get());
  }

  @Test
  void oneThatFailsIsFollowedByOthers() {
    DiskScans scans =
        new DiskScans(
            timer,
            () -> {
              if (begun.incrementAndGet() == 1) {
                throw new IllegalStateException("the disk is gone");
              }
              return false;
            },
            changed::incrementAndGet);
    scans.repeat(1, TimeUnit.MILLISECONDS);
    LspClient.await("others", () -> begun.get() > 2);
    assertEquals(0, changed.get());
  }
}
