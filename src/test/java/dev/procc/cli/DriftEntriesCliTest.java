package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several entries of `drift` that fit one edit, each with a last day of its own.
class DriftEntriesCliTest {
  private static final String WIDE = "{ at: \"a/*:title\", until: 2024-10-02, reason: wide }";
  private static final String OWN = "{ at: \"a/t1:title\", until: 2024-10-10, reason: own }";

  @TempDir Path folder;
  private AlphaProject alpha;

  @BeforeEach
  void edit() throws Exception {
    alpha = new AlphaProject(folder).apply();
    alpha.edit("/root/children/0/job/arguments/sendTaskArgs/title", "\"Theirs\"");
  }

  @AfterEach
  void stop() {
    alpha.close();
  }

  @Test
  void oneBehindAnotherFitsTheEditToo() throws Exception {
    alpha.settings("drift:\n  - " + WIDE + "\n  - " + OWN);
    String drift = alpha.procc(0, "drift");
    assertFalse(drift.contains("matches no edit"), drift);
    alpha.settings("drift:\n  - " + OWN + "\n  - " + WIDE);
    drift = alpha.procc(0, "drift");
    assertFalse(drift.contains("matches no edit"), drift);
  }

  @Test
  void oneThatEndedBesideOneThatHoldsIsNotNeeded() throws Exception {
    alpha.settings("drift:\n  - " + WIDE + "\n  - " + OWN);
    alpha.setToday(LocalDate.of(2024, 10, 2));
    alpha.procc(0, "drift");
    alpha.setToday(LocalDate.of(2024, 10, 3));
    String drift = alpha.procc(0, "drift");
    assertTrue(drift.contains("ended on 2024-10-02; remove the entry"), drift);
    alpha.setToday(LocalDate.of(2024, 10, 11));
    drift = alpha.procc(2, "drift");
    assertTrue(drift.contains("ended on 2024-10-10; settle the edit"), drift);
    alpha.procc(0, "keep", "a/t1:title", "--reason", "agreed", "--until", "2024-10-12");
    assertTrue(alpha.procc(0, "drift").contains("ended on 2024-10-10; remove the entry"));
  }

  /// The last day of an exception is one on which it holds.
  @Test
  void anExceptionHoldsOnItsLastDay() throws Exception {
    alpha.procc(0, "keep", "a/t1:title", "--reason", "agreed", "--until", "2024-10-02");
    alpha.setToday(LocalDate.of(2024, 10, 2));
    alpha.procc(0, "drift");
    alpha.setToday(LocalDate.of(2024, 10, 3));
    String drift = alpha.procc(2, "drift");
    assertTrue(drift.contains("Theirs"), drift);
    assertEquals(4, alpha.procc("plan", "--detailed-exitcode").exit());
  }
}
