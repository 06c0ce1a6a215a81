package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.live.apply.CrashTest.CrashScenario;
import dev.procc.live.apply.CrashTest.CrashingStore;
import dev.procc.live.apply.CrashTest.SimulatedCrash;
import dev.procc.live.evidence.EvidenceLog;
import dev.procc.live.evidence.EvidenceRecordText;
import dev.procc.live.evidence.FolderEvidenceStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A program that is killed before or after any save of the ledger leaves no change without an
/// evidence record: either the ledger names a pending step, or `log` names the missing record, and
/// the next resume writes it.
class RecordCrashTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;

  @ParameterizedTest
  @EnumSource(CrashScenario.class)
  void noChangeIsLeftWithoutARecord(CrashScenario change) throws Exception {
    int crashes = 0;
    for (int write = 1; ; write++) {
      if (!crashes(change, write, false)) {
        break;
      }
      assertTrue(crashes(change, write, true), change + " " + write);
      crashes++;
    }
    assertTrue(crashes >= 5, change + " " + crashes);
  }

  /// @return whether the program made that many saves
  private boolean crashes(CrashScenario change, int write, boolean stored) throws Exception {
    Path folder = dir.resolve(change + "-" + write + "-" + stored);
    try (ApplyFixture bench = new ApplyFixture(folder)) {
      if (change != CrashScenario.CREATE) {
        apply(bench, ApplyFixture.close("Close", "Reconcile"));
      }
      bench.overrides = ApplyFixture.allowEmpty();
      Plan plan = bench.plan(CrashTest.goal(change));
      List<String> before = content(bench);
      int known = bench.log(KEY).bodies().size();
      if (!isKilled(bench, folder, plan, write, stored)) {
        return false;
      }
      LedgerEntry entry = bench.store.load("dev", KEY).orElse(null);
      EvidenceLog log = bench.log(KEY);
      boolean isTold =
          entry != null && entry.pending() != null
              || !log.chainErrors().isEmpty()
              || log.bodies().size() > known;
      String which = change + " " + write + " " + stored;
      assertTrue(isTold || content(bench).equals(before), which);

      ApplyResult resumed = bench.apply().withEvidence(bench.evidenceWriter()).resume();
      assertEquals(0, ExitCode.of(resumed.verdict()), () -> which + resumed.toJson().pretty());
      log = bench.log(KEY);
      assertEquals(List.of(), log.chainErrors(), which);
      // A resume that found nothing done may be recorded as well.
      int added = log.bodies().size() - known;
      assertTrue(added == 1 || added == 0 && content(bench).equals(before), which + " " + added);
      return true;
    }
  }

  private static boolean isKilled(
      ApplyFixture bench, Path folder, Plan plan, int write, boolean stored) {
    CrashingStore mortal = new CrashingStore(bench.store, write, stored);
    FolderEvidenceStore records = new FolderEvidenceStore(folder.resolve("procc.state"), mortal);
    try {
      new Apply(bench.context(mortal).withPendingPlans(bench.plans))
          .withEvidence(bench.evidenceWriter(records))
          .run(plan);
      return false;
    } catch (SimulatedCrash killed) {
      return true;
    }
  }

  /// The record that a resume writes says what changed, as far as the plan was still stored.
  @Test
  void theRecordThatWasMissingSaysWhatChanged() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      apply(bench, ApplyFixture.close("Close", "Reconcile"));
      Plan plan = bench.plan(ApplyFixture.close("Close 2", "Reconcile"));
      int write = 1;
      while (bench.log(KEY).chainErrors().isEmpty()) {
        assertTrue(isKilled(bench, dir, plan, write, true), "no save leaves a record owed");
        if (bench.entry(KEY).pending() != null) {
          bench.apply().withEvidence(bench.evidenceWriter()).resume();
          apply(bench, ApplyFixture.close("Close", "Reconcile"));
          plan = bench.plan(ApplyFixture.close("Close 2", "Reconcile"));
        }
        write++;
      }
      String fault = bench.log(KEY).chainErrors().getFirst();
      assertTrue(fault.contains("was not written: procc apply --resume writes it"), fault);
      bench.apply().withEvidence(bench.evidenceWriter()).resume();
      String page = EvidenceRecordText.render(bench.log(KEY).bodies().getLast());
      assertTrue(page.contains("cut off before this record of it was written"), page);
      assertTrue(page.contains("name: \"Close\" -> \"Close 2\""), page);
      assertFalse(bench.plan(ApplyFixture.close("Close 2", "Reconcile")).hasActions());
    }
  }

  private static void apply(ApplyFixture bench, DesiredProcess... desired) throws Exception {
    ApplyResult result =
        bench.apply().withEvidence(bench.evidenceWriter()).run(bench.plan(desired));
    assertEquals(0, ExitCode.of(result.verdict()), () -> result.toJson().pretty());
  }

  /// The live processes, by id and content.
  private static List<String> content(ApplyFixture bench) throws Exception {
    List<String> content = new ArrayList<>();
    for (String id : bench.live()) {
      content.add(bench.api.get(id, true).write());
    }
    return content;
  }
}
