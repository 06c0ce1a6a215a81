package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.live.execution.PendingPlanStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.format.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ends an apply at every step of the ledger, with the step stored or not and the plan kept or
/// lost, and checks that a resume and a plan lead to exactly one live process, and that the old one
/// can be restored.
final class CrashTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;

  /// The end of the program, an error that nobody catches.
  static final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /// A store that crashes at the n-th write, before or after the write is stored.
  static final class CrashingStore implements LedgerStore {
    private final LedgerStore store;
    private final int at;
    private final boolean stored;
    private int writes;

    CrashingStore(LedgerStore store, int at, boolean stored) {
      this.store = store;
      this.at = at;
      this.stored = stored;
    }

    @Override
    public Optional<LedgerEntry> load(String target, String identity) throws LedgerException {
      return store.load(target, identity);
    }

    @Override
    public List<LedgerEntry> list(String target) throws LedgerException {
      return store.list(target);
    }

    @Override
    public List<String> identities(String target) throws LedgerException {
      return store.identities(target);
    }

    @Override
    public void save(LedgerEntry entry, String note) throws LedgerException {
      writes++;
      if (writes == at && !stored) {
        throw new SimulatedCrash();
      }
      store.save(entry, note);
      if (writes == at) {
        throw new SimulatedCrash();
      }
    }

    @Override
    public void confirm(LedgerEntry entry) throws LedgerException {
      store.confirm(entry);
    }

    @Override
    public void delete(String target, String identity, String note) throws LedgerException {
      store.delete(target, identity, note);
    }
  }

  /// The change that is applied.
  enum CrashScenario {
    CREATE,
    IN_PLACE,
    REPLACE,
    TRASH
  }

  record CrashCase(CrashScenario change, int write, boolean stored, boolean planKept) {}

  static Stream<CrashCase> cases() {
    List<CrashCase> cases = new ArrayList<>();
    for (CrashScenario change : CrashScenario.values()) {
      int writes =
          switch (change) {
            case CREATE -> 4;
            case IN_PLACE -> 4;
            case REPLACE -> 5;
            case TRASH -> 3;
          };
      for (int write = 1; write <= writes; write++) {
        for (boolean stored : new boolean[] {false, true}) {
          for (boolean kept : new boolean[] {false, true}) {
            cases.add(new CrashCase(change, write, stored, kept));
          }
        }
      }
    }
    return cases.stream();
  }

  static DesiredProcess[] goal(CrashScenario change) throws Exception {
    return switch (change) {
      case CREATE -> new DesiredProcess[] {ApplyFixture.close("Close", "Reconcile")};
      case IN_PLACE -> new DesiredProcess[] {ApplyFixture.close("Close 2", "Reconcile AR")};
      case REPLACE -> new DesiredProcess[] {ApplyFixture.closeWithMore("Close")};
      case TRASH -> new DesiredProcess[] {};
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aResumeLeadsToOneLiveProcess(CrashCase one) throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      if (one.change() != CrashScenario.CREATE) {
        bench.applied(ApplyFixture.close("Close", "Reconcile"));
      }
      bench.overrides = ApplyFixture.allowEmpty();
      String old = one.change() == CrashScenario.CREATE ? "" : bench.live().get(0);
      Plan plan = bench.plan(goal(one.change()));
      CrashingStore mortal = new CrashingStore(bench.store, one.write(), one.stored());
      Apply dying =
          new Apply(
              bench
                  .context(mortal)
                  .withPendingPlans(one.planKept() ? bench.plans : PendingPlanStore.NONE));
      assertThrows(SimulatedCrash.class, () -> dying.run(plan));

      ApplyResult resumed = bench.apply().resume();
      assertTrue(ExitCode.of(resumed.verdict()) == 0, () -> resumed.toJson().pretty());
      ApplyResult rest = bench.applied(goal(one.change()));
      assertEquals(0, ExitCode.of(rest.verdict()), () -> rest.toJson().pretty());

      Plan again = bench.plan(goal(one.change()));
      assertFalse(again.hasActions(), () -> PlanFile.write(again));
      assertEquals(one.change() == CrashScenario.TRASH ? 0 : 1, bench.live().size());
      if (one.change() == CrashScenario.REPLACE || one.change() == CrashScenario.TRASH) {
        bench.api.restore(old);
      }
      assertEquals(List.of(), left());
    }
  }

  /// The plans that are still stored.
  private List<String> left() throws IOException {
    Path folder = dir.resolve(".procc/apply/dev");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).toList();
    }
  }

  record LostResponseCase(CrashScenario change, String on, String effect, boolean planKept) {}

  static Stream<LostResponseCase> lostAnswers() {
    List<LostResponseCase> cases = new ArrayList<>();
    for (String effect : List.of("drop-before", "drop-after", "fail-before", "fail-after")) {
      cases.add(new LostResponseCase(CrashScenario.CREATE, "createProcess", effect, true));
      cases.add(new LostResponseCase(CrashScenario.REPLACE, "createProcess", effect, true));
      cases.add(new LostResponseCase(CrashScenario.REPLACE, "trashProcess", effect, true));
      cases.add(new LostResponseCase(CrashScenario.IN_PLACE, "patchProcess", effect, true));
      cases.add(new LostResponseCase(CrashScenario.IN_PLACE, "batchUpdateProcess", effect, true));
      cases.add(new LostResponseCase(CrashScenario.TRASH, "trashProcess", effect, true));
      cases.add(new LostResponseCase(CrashScenario.REPLACE, "validateProcess", effect, true));
    }
    cases.add(new LostResponseCase(CrashScenario.IN_PLACE, "patchProcess", "partial", true));
    cases.add(new LostResponseCase(CrashScenario.IN_PLACE, "batchUpdateProcess", "partial", true));
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void aLostAnswerIsLookedAfterWithoutADuplicate(LostResponseCase one) throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      if (one.change() != CrashScenario.CREATE) {
        bench.applied(ApplyFixture.close("Close", "Reconcile"));
      }
      bench.overrides = ApplyFixture.allowEmpty();
      DesiredProcess[] goal = goal(one.change());
      Plan plan = bench.plan(goal);
      bench.fault("{'on':'" + one.on() + "','do':'" + one.effect() + "'}");
      ApplyResult result = bench.apply().run(plan);
      assertEquals(0, ExitCode.of(result.verdict()), () -> result.toJson().pretty());
      Plan again = bench.plan(goal);
      assertFalse(again.hasActions(), () -> PlanFile.write(again));
      assertEquals(one.change() == CrashScenario.TRASH ? 0 : 1, bench.live().size());
      if (one.on().equals("createProcess")) {
        assertTrue(bench.waitedFor(Duration.ofSeconds(60)), () -> bench.time.waits().toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aDeadClientWithALostFolderIsRefusedOrFinished(CrashCase one) throws Exception {
    if (one.planKept()
        || one.change() == CrashScenario.TRASH
        || one.change() == CrashScenario.IN_PLACE) {
      return;
    }
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      if (one.change() != CrashScenario.CREATE) {
        bench.applied(ApplyFixture.close("Close", "Reconcile"));
      }
      Plan plan = bench.plan(goal(one.change()));
      Optional<LedgerEntry> before = bench.store.load("dev", KEY);
      CrashingStore mortal = new CrashingStore(bench.store, one.write(), one.stored());
      Apply dying = new Apply(bench.context(mortal).withPendingPlans(PendingPlanStore.NONE));
      assertThrows(SimulatedCrash.class, () -> dying.run(plan));
      bench.store.delete("dev", KEY, "the folder is as it was checked out");
      if (before.isPresent()) {
        bench.store.save(before.get(), "the folder is as it was checked out");
      }
      List<String> live = bench.live();
      Plan again = bench.plan(goal(one.change()));
      boolean surprised =
          before.isEmpty() ? !live.isEmpty() : !live.equals(List.of(before.get().id()));
      if (surprised) {
        assertTrue(again.isRefused(), () -> PlanFile.write(again));
        ApplyResult refused = bench.apply().run(again);
        assertEquals(4, ExitCode.of(refused.verdict()), () -> refused.toJson().pretty());
        assertEquals(live, bench.live());
        ProcessPlan process = again.processes().get(0);
        String said = process.refusals().toString() + process.live().duplicateCandidates();
        for (String id : live) {
          assertTrue(said.contains(id) || id.equals(process.id()), said);
        }
      } else {
        assertEquals(0, ExitCode.of(bench.apply().run(again).verdict()));
        assertEquals(1, bench.live().size());
      }
    }
  }
}
