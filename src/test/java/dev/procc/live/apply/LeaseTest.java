package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiEvents;
import dev.procc.live.api.ApiSettings;
import dev.procc.live.api.Credentials;
import dev.procc.live.api.FakeClock;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.http.Sleeper;
import dev.procc.live.ledger.EvidenceHead.OwedRecord;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.LeaseHolder;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An apply that waits longer than its lease lasts, with and without another machine that resumes
/// it in the meantime.
final class LeaseTest {
  private static final LeaseHolder ELSEWHERE =
      new LeaseHolder("olga", "ci-2", "another machine", 4711, "2024-10-01T00:00:00Z");
  private static final Instant FUTURE = Instant.parse("2031-01-01T00:00:00Z");
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private ApplyFixture bench;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
    bench.overrides = ApplyFixture.allowEmpty();
  }

  @AfterEach
  void stop() {
    bench.afterCall = () -> {};
    bench.close();
  }

  /// A resume on another machine, some time later by the server's clock.
  private ApplyResult resumeElsewhere(int secondsLater) throws Exception {
    FakeClock time = new FakeClock();
    try (InterceptingProxy proxy = new InterceptingProxy(bench.base);
        ApiClient other =
            ApiClient.open(
                ApiSettings.of(proxy.url(), new Credentials.AccessToken("t0ken"))
                    .withTrustedHost(proxy.url()),
                time,
                time,
                ApiEvents.NONE)) {
      proxy.goOn(secondsLater);
      return new Apply(
              ApplyContext.of(
                      other, new FileStore(dir.resolve("procc.state")), bench.settings, time, time)
                  .withPendingPlans(bench.plans)
                  .withHolder(ELSEWHERE))
          .resume();
    }
  }

  private static DesiredProcess[] goal(String operation) throws Exception {
    return switch (operation) {
      case "createProcess" -> new DesiredProcess[] {ApplyFixture.closeWithMore("Close")};
      case "patchProcess" -> new DesiredProcess[] {ApplyFixture.close("Close 2", "Reconcile")};
      default -> new DesiredProcess[] {};
    };
  }

  @ParameterizedTest
  @CsvSource({
    "createProcess, CREATE, 1",
    "patchProcess, PATCH, 1",
    "trashProcess, TRASH, 0",
  })
  void whatAnotherMachineTookOverIsNotSentAgain(String operation, String call, int live)
      throws Exception {
    if (!operation.equals("createProcess")) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
    }
    Plan plan = bench.plan(goal(operation));
    bench.fault("{'on':'" + operation + "','do':'rate-limit','seconds':600}");
    new Meanwhile(bench)
        .after(call + " 429", () -> assertEquals(Verdict.APPLIED, resumeElsewhere(400).verdict()));
    ApplyResult result = bench.apply().run(plan);
    assertTrue(result.verdict().isFailure(), () -> result.toJson().pretty());
    assertTrue(result.toJson().write().contains("in other hands"), () -> result.toJson().pretty());
    assertEquals(1, bench.calls.stream().filter(c -> c.startsWith(call)).count());
    assertEquals(live, bench.live().size());
  }

  @Test
  void whoWaitedAloneIsHeardOfAgain() throws Exception {
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    bench.fault("{'on':'createProcess','do':'rate-limit','seconds':600}");
    AtomicReference<Verdict> other = new AtomicReference<>();
    new Meanwhile(bench)
        .after(
            "CREATE 429",
            () ->
                new Meanwhile(bench)
                    .after("CREATE", () -> other.set(resumeElsewhere(700).verdict())));
    assertEquals(Verdict.APPLIED, bench.apply().run(plan).verdict());
    assertEquals(Verdict.REFUSED, other.get());
    assertEquals(List.of(bench.entry("close@2024-Q4").id()), bench.live());
  }

  /// The entry as a program left it that was cut off while it created the process, on a machine
  /// whose clock was years ahead.
  private LedgerEntry cutOffInTheFuture() throws Exception {
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    bench.plans.save(plan);
    assertThrows(
        CrashTest.SimulatedCrash.class,
        () ->
            new Apply(bench.context(new CrashTest.CrashingStore(bench.store, 2, true))).run(plan));
    PendingStep step = bench.entry(KEY).pending();
    LedgerEntry left =
        bench.entry(KEY).withPending(step.sentAgain(FUTURE.toString(), ELSEWHERE.lease(FUTURE)));
    bench.store.save(left, "by a clock that is ahead");
    return left;
  }

  @Test
  void aClockThatWasAheadKeepsNobodyAwayForLong() throws Exception {
    cutOffInTheFuture();
    ApplyResult refused = bench.applied(ApplyFixture.close("Close", "Reconcile"));
    assertEquals(Verdict.REFUSED, refused.verdict());
    assertEquals(Verdict.APPLIED, bench.apply().resume(Set.of(KEY)).verdict());
    assertEquals(List.of(bench.entry(KEY).id()), bench.live());
    assertEquals(300, bench.time.waits().getFirst());
    assertTrue(bench.time.waits().stream().skip(1).allMatch(wait -> wait <= 60));
  }

  /// Whoever is told of such a lease is told of the resume that gets past it.
  @Test
  void aRecordThatIsOwedByAClockAheadIsWrittenByAResume() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    OwedRecord owed =
        new OwedRecord("keep", "kept", "", FUTURE.toString(), ELSEWHERE.lease(FUTURE));
    bench.store.save(bench.entry(KEY).withOwedRecord(owed), "owed");
    assertEquals(1, bench.log(KEY).chainErrors().size());
    Apply apply =
        new Apply(bench.context(bench.store).withPendingPlans(bench.plans))
            .withEvidence(bench.evidenceWriter());
    String way = "procc apply --resume " + KEY + " waits 5 minutes for a sign of life and goes on";
    ApplyResult refused = apply.run(bench.plan(ApplyFixture.close("Close 2", "Reconcile")));
    assertTrue(refused.toJson().write().contains(way), () -> refused.toJson().pretty());
    ApplyException byHand =
        assertThrows(ApplyException.class, () -> bench.handSteps().prepare("dev", KEY));
    assertTrue(byHand.help().contains(way), byHand::help);
    assertTrue(apply.resume(Set.of(KEY)).message().contains("1 missing evidence record written"));
    assertEquals(List.of(300L), bench.time.waits());
    assertEquals(List.of(), bench.log(KEY).chainErrors());
    assertEquals(
        Verdict.APPLIED,
        apply.run(bench.plan(ApplyFixture.close("Close 2", "Reconcile"))).verdict());
  }

  @Test
  void aProgramThatIsAtWorkWithAClockAheadIsLeftAlone() throws Exception {
    LedgerEntry held = cutOffInTheFuture();
    Sleeper sleeper =
        duration -> {
          bench.time.sleep(duration);
          try {
            bench.store.load("dev", KEY);
            bench.store.save(
                held.withPending(
                    held.pending().withLease(ELSEWHERE.lease(FUTURE.plusSeconds(200)))),
                "still at creating");
          } catch (LedgerException e) {
            throw new IllegalStateException(e);
          }
        };
    ApplyContext context =
        ApplyContext.of(bench.api, bench.store, bench.settings, bench.time, sleeper)
            .withPendingPlans(bench.plans);
    ApplyResult refused = new Apply(context).resume();
    assertEquals(Verdict.REFUSED, refused.verdict(), () -> refused.toJson().pretty());
    assertTrue(refused.toJson().write().contains("The clock of ci-2 is ahead"));
    assertEquals(List.of(300L), bench.time.waits());
    assertEquals(List.of(), bench.live());
  }

  /// A program whose first step was dated by its own clock, which is ahead, renews that lease as
  /// soon as it knows the time of the server.
  @Test
  void whoseClockIsAheadIsHeardOfByTheNextCall() {
    Instant now = Instant.parse("2024-10-01T00:00:00Z");
    assertTrue(ELSEWHERE.lease(FUTURE).isHalfOver(now));
    assertFalse(ELSEWHERE.lease(now.plusSeconds(10)).isHalfOver(now));
  }

  /// A push that fails while it is renewed: nobody else is at work.
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aStoreThatFailsIsNotInOtherHands(int failures) throws Exception {
    bench.fault("{'on':'createProcess','do':'rate-limit','seconds':600}");
    AtomicInteger left = new AtomicInteger(failures);
    LedgerStore shaky =
        new ForwardingStore(bench.store) {
          @Override
          public void save(LedgerEntry entry, String note) throws LedgerException {
            if (note.contains("still at") && left.getAndDecrement() > 0) {
              throw new LedgerException("git push failed: could not resolve host");
            }
            super.save(entry, note);
          }
        };
    ApplyResult result =
        new Apply(bench.context(shaky).withPendingPlans(bench.plans))
            .run(bench.plan(ApplyFixture.close("Close", "Reconcile")));
    String told = result.toJson().pretty();
    assertEquals(failures == 1 ? Verdict.APPLIED : Verdict.FAILED, result.verdict(), told);
    assertFalse(told.contains("in other hands"), told);
    assertEquals(failures == 2, told.contains("procc apply --resume"), told);
  }

  /// The call that is sent after a wait has its own time: the server may still be working on it
  /// when the settle time of the step is over, shorter than the renewal of a lease or longer.
  @ParameterizedTest
  @ValueSource(ints = {20, 45, 100, 600})
  void aCallThatIsLostAfterAWaitIsLookedForInTime(int wait) throws Exception {
    FakeClock time = new FakeClock();
    try (InterceptingProxy proxy = new InterceptingProxy(bench.base)) {
      Sleeper sleeper =
          duration -> {
            time.sleep(duration);
            proxy.goOn(duration.toSeconds());
          };
      try (ApiClient api =
          ApiClient.open(
              ApiSettings.of(proxy.url(), new Credentials.AccessToken("t0ken"))
                  .withTrustedHost(proxy.url()),
              time,
              sleeper,
              ApiEvents.NONE)) {
        bench.fault("{'on':'createProcess','do':'rate-limit','seconds':" + wait + "}");
        bench.fault("{'on':'createProcess','do':'drop-before','nth':2,'times':1}");
        Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
        ApplyContext context = ApplyContext.of(api, bench.store, bench.settings, time, sleeper);
        assertEquals(Verdict.APPLIED, new Apply(context).run(plan).verdict());
        long settled = time.waits().stream().mapToLong(each -> each).sum() - wait;
        assertTrue(settled >= 40, () -> "" + time.waits());
      }
    }
  }
}
