package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.live.apply.CrashTest.CrashingStore;
import dev.procc.live.apply.CrashTest.SimulatedCrash;
import dev.procc.live.apply.ProcessRuns.StartOption;
import dev.procc.live.evidence.EvidenceLog;
import dev.procc.live.evidence.EvidenceWriter;
import dev.procc.live.evidence.FolderEvidenceStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.recover.TrashRules.TrashOverride;
import dev.procc.live.wire.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A `procc run`, `restore`, `trash` or `rollback` that is killed at any save of the ledger leaves
/// nothing unknown: the ledger names a pending step or the missing record, and the resume completes
/// it with exactly one record of what was done.
final class VerbCrashTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;

  /// The command that is killed, for a close that was applied.
  enum Verb {
    RUN {
      @Override
      void run(ApplyFixture bench, LedgerStore store, EvidenceWriter records) throws Exception {
        new ProcessRuns(bench.context(store), records).start(KEY, Set.of());
      }
    },
    RUN_AGAIN {
      @Override
      void prepare(ApplyFixture bench) throws Exception {
        endedRun(bench);
      }

      @Override
      void run(ApplyFixture bench, LedgerStore store, EvidenceWriter records) throws Exception {
        new ProcessRuns(bench.context(store), records).start(KEY, Set.of(StartOption.AGAIN));
      }
    },
    RESTORE {
      @Override
      void prepare(ApplyFixture bench) throws Exception {
        lifecycle(bench, bench.store, bench.evidenceWriter()).trash(KEY, Set.of());
      }

      @Override
      void run(ApplyFixture bench, LedgerStore store, EvidenceWriter records) throws Exception {
        lifecycle(bench, store, records).restore(KEY, Set.of());
      }
    },
    TRASH {
      @Override
      void run(ApplyFixture bench, LedgerStore store, EvidenceWriter records) throws Exception {
        lifecycle(bench, store, records).trash(KEY, Set.of());
      }
    },
    TRASH_WITH_RUN {
      @Override
      void prepare(ApplyFixture bench) throws Exception {
        endedRun(bench);
      }

      @Override
      void run(ApplyFixture bench, LedgerStore store, EvidenceWriter records) throws Exception {
        lifecycle(bench, store, records).trash(KEY, Set.of(TrashOverride.DESTROY_EVIDENCE));
      }
    },
    ROLLBACK_WITH_RUN {
      @Override
      void prepare(ApplyFixture bench) throws Exception {
        bench.applied(ApplyFixture.closeWithMore("Close"));
        endedRun(bench);
      }

      @Override
      void run(ApplyFixture bench, LedgerStore store, EvidenceWriter records) throws Exception {
        lifecycle(bench, store, records).rollback(KEY, Set.of(TrashOverride.DESTROY_EVIDENCE));
      }
    },
    ROLLBACK {
      @Override
      void prepare(ApplyFixture bench) throws Exception {
        bench.applied(ApplyFixture.closeWithMore("Close"));
      }

      @Override
      void run(ApplyFixture bench, LedgerStore store, EvidenceWriter records) throws Exception {
        lifecycle(bench, store, records).rollback(KEY, Set.of());
      }
    },
    FORGET {
      @Override
      void prepare(ApplyFixture bench) throws Exception {
        bench.api.trash(bench.entry(KEY).id());
        bench.overrides = ApplyFixture.allowEmpty();
      }

      @Override
      void run(ApplyFixture bench, LedgerStore store, EvidenceWriter records) throws Exception {
        Plan plan = bench.plan();
        assertEquals(List.of(PlanAction.FORGET), plan.processes().getFirst().actions());
        new Apply(bench.context(store).withPendingPlans(bench.plans))
            .withEvidence(records)
            .run(plan);
      }
    },
    UNPROTECT {
      @Override
      void prepare(ApplyFixture bench) throws Exception {
        bench.store.save(SettingsRecorderTest.withProtection(bench.entry(KEY)), "protected");
      }

      @Override
      void run(ApplyFixture bench, LedgerStore store, EvidenceWriter records) throws Exception {
        new Apply(bench.context(store))
            .withEvidence(records)
            .run(bench.plan(ApplyFixture.close("Close", "Reconcile")));
      }
    };

    void prepare(ApplyFixture bench) throws Exception {}

    abstract void run(ApplyFixture bench, LedgerStore store, EvidenceWriter records)
        throws Exception;

    private static void endedRun(ApplyFixture bench) throws Exception {
      String run = new ProcessRuns(bench.context(bench.store)).start(KEY, Set.of());
      bench.control("POST", "/runs/" + run + "/cancel", "{}");
    }

    private static ProcessLifecycle lifecycle(
        ApplyFixture bench, LedgerStore store, EvidenceWriter records) {
      return new ProcessLifecycle(bench.context(store), records);
    }
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void nothingIsDoneWithoutARecord(Verb verb) throws Exception {
    int crashes = 0;
    while (crashes(verb, crashes + 1, false)) {
      crashes++;
      assertTrue(crashes(verb, crashes, true), verb + " " + crashes);
    }
    assertTrue(crashes >= 3, verb + " " + crashes);
  }

  /// @return whether the program made that many saves
  private boolean crashes(Verb verb, int write, boolean stored) throws Exception {
    String which = verb + " " + write + " " + stored;
    Path folder = dir.resolve(which.replace(' ', '-'));
    try (ApplyFixture bench = new ApplyFixture(folder)) {
      apply(bench);
      verb.prepare(bench);
      List<String> before = world(bench);
      int known = bench.log(KEY).records().size();
      if (!isKilled(bench, folder, verb, write, stored)) {
        return false;
      }
      assertTrue(
          isTold(bench, known) || world(bench).equals(before), () -> which + ": nothing says it");

      ApplyResult resumed = bench.apply().withEvidence(bench.evidenceWriter()).resume();
      assertEquals(0, ExitCode.of(resumed.verdict()), () -> which + resumed.toJson().pretty());
      LedgerEntry entry = entry(bench);
      assertNull(entry.pending(), which);
      EvidenceLog log = bench.log(KEY);
      assertEquals(List.of(), log.chainErrors(), which);
      int added = log.records().size() - known;
      assertTrue(added == 1 || added == 0 && world(bench).equals(before), which + " " + added);
      assertTrue(entry.history().runIds().containsAll(runs(bench)), which);
      if (entry.id() != null && verb != Verb.FORGET) {
        assertEquals(List.of(entry.id()), bench.live(), which);
      }
      return true;
    }
  }

  private static boolean isTold(ApplyFixture bench, int known) throws Exception {
    EvidenceLog log = bench.log(KEY);
    return entry(bench).pending() != null
        || !log.chainErrors().isEmpty()
        || log.records().size() > known;
  }

  private static boolean isKilled(
      ApplyFixture bench, Path folder, Verb verb, int write, boolean stored) throws Exception {
    CrashingStore mortal = new CrashingStore(bench.store, write, stored);
    try {
      verb.run(
          bench,
          mortal,
          bench.evidenceWriter(new FolderEvidenceStore(folder.resolve("procc.state"), mortal)));
      return false;
    } catch (SimulatedCrash killed) {
      return true;
    }
  }

  private static void apply(ApplyFixture bench) throws Exception {
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    assertEquals(
        Verdict.APPLIED, bench.apply().withEvidence(bench.evidenceWriter()).run(plan).verdict());
  }

  /// The ledger entry; an empty one if it is forgotten.
  private static LedgerEntry entry(ApplyFixture bench) throws Exception {
    return bench.store.load("dev", KEY).orElse(LedgerEntry.empty("dev", KEY, ""));
  }

  /// The live processes, the current runs, and the ids in the ledger entry.
  private static List<String> world(ApplyFixture bench) throws Exception {
    LedgerEntry entry = entry(bench);
    return List.of(
        bench.live().toString(),
        runs(bench).toString(),
        entry.ids().toString(),
        String.valueOf(entry.definition().protect()));
  }

  private static List<String> runs(ApplyFixture bench) throws Exception {
    return bench.context(bench.store).reader().list(Set.of()).all().stream()
        .flatMap(process -> Optional.ofNullable(process.run()).stream())
        .map(RunSummary::id)
        .toList();
  }

  @Test
  void aStartThatNobodyCouldFindIsLookedForOnceMore() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      apply(bench);
      ProcessRuns runs = new ProcessRuns(bench.context(bench.store), bench.evidenceWriter());
      bench.fault("{'on':'runProcess','do':'drop-before'}");
      ApplyException lost = assertThrows(ApplyException.class, () -> runs.start(KEY, Set.of()));
      assertTrue(lost.help().startsWith("procc apply --resume " + KEY), lost::help);
      ApplyException refused = assertThrows(ApplyException.class, () -> runs.start(KEY, Set.of()));
      assertEquals("procc apply --resume " + KEY, refused.help());
      assertEquals("No run has begun", bench.apply().resume().processes().getFirst().message());
      String run = runs.start(KEY, Set.of());
      assertEquals(List.of(run), bench.entry(KEY).history().runIds());
    }
  }

  @Test
  void whatIsLiveAgainWhenItIsResumedIsNotForgotten() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      apply(bench);
      String id = bench.entry(KEY).id();
      Verb.FORGET.prepare(bench);
      assertTrue(isKilled(bench, dir, Verb.FORGET, 2, true));
      assertEquals("forgetting", bench.entry(KEY).pending().stepName());
      bench.api.restore(id);
      ApplyResult resumed = bench.apply().withEvidence(bench.evidenceWriter()).resume();
      assertEquals(Verdict.UNCHANGED, resumed.verdict(), () -> resumed.toJson().pretty());
      assertEquals(id, bench.entry(KEY).id());
      assertNull(bench.entry(KEY).pending());
      assertEquals(List.of(), bench.log(KEY).chainErrors());
    }
  }

  @Test
  void aStartThatIsRefusedLeavesNothingPending() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      apply(bench);
      ProcessRuns runs = new ProcessRuns(bench.context(bench.store), bench.evidenceWriter());
      bench.fault("{'on':'runProcess','do':'fail-before','status':403,'times':1}");
      assertThrows(ApplyException.class, () -> runs.start(KEY, Set.of()));
      assertNull(bench.entry(KEY).pending());
      assertFalse(runs.start(KEY, Set.of()).isEmpty());
    }
  }
}
