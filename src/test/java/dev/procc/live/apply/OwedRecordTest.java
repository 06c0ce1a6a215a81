package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.evidence.FolderEvidenceStore;
import dev.procc.live.evidence.HandSteps;
import dev.procc.live.execution.PendingPlanStore;
import dev.procc.live.ledger.EvidenceHead.OwedRecord;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.LeaseHolder;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The missing record of an apply: the program that made the apply writes it as long as it runs,
/// and after that the next program does.
final class OwedRecordTest {
  private static final String KEY = "close@2024-Q4";
  private static final LeaseHolder ELSEWHERE =
      new LeaseHolder("olga", "ci-2", "another machine", 4711, "2024-10-01T00:00:00Z");
  @TempDir Path dir;
  private ApplyFixture bench;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private Apply apply(LedgerStore store, LeaseHolder holder) {
    return new Apply(bench.context(store).withPendingPlans(bench.plans).withHolder(holder))
        .withEvidence(
            bench.evidenceWriter(new FolderEvidenceStore(dir.resolve("procc.state"), store)));
  }

  /// The store of an apply, which runs an action when the record is due.
  private LedgerStore beside(Executable deed) {
    return new ForwardingStore(bench.store) {
      @Override
      public void save(LedgerEntry entry, String note) throws LedgerException {
        super.save(entry, note);
        if (entry.pending() == null && entry.history().evidence() == null) {
          assertDoesNotThrow(deed);
        }
      }
    };
  }

  private ApplyResult applied(Executable deed) throws Exception {
    return apply(beside(deed), LeaseHolder.ofThisProgram())
        .run(bench.plan(ApplyFixture.close("Close", "Reconcile")));
  }

  private void assertOneRecordOfTheCreate(ApplyResult result) throws Exception {
    assertEquals(Verdict.APPLIED, result.verdict(), () -> result.toJson().pretty());
    List<Json.Obj> records = bench.log(KEY).bodies();
    assertEquals(1, records.size());
    Json.Obj recorded = records.getFirst().obj("result").orElseThrow();
    assertEquals("applied", recorded.text("verdict").orElseThrow());
    assertEquals(List.of(), bench.log(KEY).chainErrors());
  }

  @Test
  void anotherApplyLeavesTheRecordToTheOneThatLives() throws Exception {
    assertOneRecordOfTheCreate(
        applied(() -> {
          ApplyResult other =
              apply(new FileStore(dir.resolve("procc.state")), ELSEWHERE).resume(Set.of("tax"));
          assertTrue(
              other.message().contains("; " + KEY + " is being applied by "), other::message);
        }));
  }

  @Test
  void nothingElseIsDoneWithTheProcessMeanwhile() throws Exception {
    assertOneRecordOfTheCreate(
        applied(() -> {
          FileStore theirs = new FileStore(dir.resolve("procc.state"));
          ApplyResult other =
              apply(theirs, ELSEWHERE).run(bench.plan(ApplyFixture.close("Close 2", "Reconcile")));
          assertEquals(Verdict.REFUSED, other.verdict());
          ApplyException refused =
              assertThrows(
                  ApplyException.class,
                  () ->
                      new ProcessLifecycle(
                              bench.context(theirs).withHolder(ELSEWHERE), bench.evidenceWriter())
                          .trash(KEY, Set.of()));
          assertTrue(refused.getMessage().contains("is being applied by"), refused::getMessage);
        }));
  }

  @Test
  void theRecordOfOneThatIsNotHeardOfAnyMoreIsWritten() throws Exception {
    assertEquals(
        Verdict.APPLIED, bench.applied(ApplyFixture.close("Close", "Reconcile")).verdict());
    String now = bench.context(bench.store).now().toString();
    for (long minutes : new long[] {1, 10}) {
      OwedRecord owed =
          new OwedRecord(
              "patch",
              "applied",
              "",
              now,
              ELSEWHERE.lease(bench.context(bench.store).now().minusSeconds(60 * minutes)));
      bench.store.save(bench.entry(KEY).withOwedRecord(owed), "owed");
      ApplyResult resumed = apply(bench.store, LeaseHolder.ofThisProgram()).resume();
      assertEquals(minutes > 5 ? 1 : 0, bench.log(KEY).bodies().size(), resumed::message);
    }
  }

  /// An entry that says nothing but where the chain of records ends is kept.
  @Test
  void theEndOfTheChainOutlivesACreateThatIsRefused() throws Exception {
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    Apply dying =
        new Apply(
            bench
                .context(new CrashTest.CrashingStore(bench.store, 2, true))
                .withPendingPlans(PendingPlanStore.NONE));
    assertThrows(CrashTest.SimulatedCrash.class, () -> dying.run(plan));
    apply(bench.store, LeaseHolder.ofThisProgram()).resume();
    assertEquals(1, bench.entry(KEY).history().evidence().count());
    bench.fault("{'on':'createProcess','do':'fail-before','status':403,'times':1}");
    ApplyResult refused =
        apply(bench.store, LeaseHolder.ofThisProgram())
            .run(bench.plan(ApplyFixture.close("Close", "Reconcile")));
    assertEquals(Verdict.FAILED, refused.verdict(), () -> refused.toJson().pretty());
    assertEquals(1, bench.entry(KEY).history().evidence().count());
  }

  /// Cut off before the record or after it; live again, or still gone: what is on record is what
  /// was done.
  @ParameterizedTest
  @CsvSource({"true, 2", "true, 3", "true, 4", "false, 2", "false, 3", "false, 4"})
  void aForgettingThatWasCutOffIsRecordedAsItEnded(boolean isLiveAgain, int write)
      throws Exception {
    apply(bench.store, LeaseHolder.ofThisProgram())
        .run(bench.plan(ApplyFixture.close("Close", "Reconcile")));
    String id = bench.live().getFirst();
    bench.api.trash(id);
    bench.overrides = ApplyFixture.allowEmpty();
    Plan plan = bench.plan();
    assertThrows(
        CrashTest.SimulatedCrash.class,
        () ->
            apply(
                    new CrashTest.CrashingStore(bench.store, write, write == 2),
                    LeaseHolder.ofThisProgram())
                .run(plan));
    if (isLiveAgain) {
      bench.api.restore(id);
    }
    apply(bench.store, LeaseHolder.ofThisProgram()).resume();
    List<String> messages =
        bench.log(KEY).bodies().stream()
            .map(one -> one.obj("result").orElseThrow().text("message").orElse(""))
            .toList();
    assertTrue(messages.stream().noneMatch(one -> one.contains("cut off")), messages.toString());
    assertTrue(
        messages.getLast().startsWith(isLiveAgain ? "Not forgotten" : "Forgotten"),
        messages.toString());
    assertEquals(write == 4 && isLiveAgain ? 3 : 2, messages.size(), messages.toString());
    assertEquals(List.of(), bench.log(KEY).chainErrors());
  }

  /// A ledger entry that is forgotten by hand: cut off at a save, or right before the entry goes.
  @ParameterizedTest
  @CsvSource({"true, 1", "true, 2", "true, 3", "true, 4", "false, 2", "false, 3", "false, 4"})
  void aForgettingByHandThatWasCutOffIsRecordedAsItEnded(boolean isLive, int write)
      throws Exception {
    apply(bench.store, LeaseHolder.ofThisProgram())
        .run(bench.plan(ApplyFixture.close("Close", "Reconcile")));
    if (!isLive) {
      bench.api.trash(bench.live().getFirst());
    }
    LedgerStore dying =
        new ForwardingStore(new CrashTest.CrashingStore(bench.store, write, write == 1)) {
          @Override
          public void delete(String target, String identity, String note) {
            throw new CrashTest.SimulatedCrash();
          }
        };
    HandSteps hands =
        new HandSteps(
            bench.evidenceWriter(new FolderEvidenceStore(dir.resolve("procc.state"), dying)),
            bench.time);
    assertThrows(
        CrashTest.SimulatedCrash.class,
        () -> hands.forget(dying, bench.entry(KEY), KEY + " is forgotten"));
    apply(bench.store, LeaseHolder.ofThisProgram()).resume();
    List<String> messages =
        bench.log(KEY).bodies().stream()
            .map(one -> one.obj("result").orElseThrow().text("message").orElse(""))
            .toList();
    assertEquals(isLive, bench.store.load("dev", KEY).isPresent(), messages.toString());
    assertTrue(
        messages
            .getLast()
            .toLowerCase(Locale.ROOT)
            .contains(isLive ? "not forgotten" : "forgotten"),
        messages.toString());
    assertEquals(List.of(), bench.log(KEY).chainErrors());
    if (isLive) {
      assertNull(bench.entry(KEY).pending());
    }
  }

  @Test
  void settingsThatWaitForTheRecordOfAnotherProgramAreRefused() throws Exception {
    List<ApplyResult> results = new ArrayList<>();
    applied(() -> {
      bench.store.save(SettingsRecorderTest.withProtection(bench.entry(KEY)), "protected by hand");
      results.add(
          apply(bench.store, ELSEWHERE).run(bench.plan(ApplyFixture.close("Close", "Reconcile"))));
    });
    assertEquals(
        Verdict.REFUSED, results.getFirst().verdict(), () -> results.getFirst().toJson().pretty());
  }
}
