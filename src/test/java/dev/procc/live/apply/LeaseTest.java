package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiEvents;
import dev.procc.live.api.ApiSettings;
import dev.procc.live.api.Credentials;
import dev.procc.live.api.FakeClock;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.http.Sleeper;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.LeaseHolder;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import java.nio.file.Path;
import java.util.List;
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
