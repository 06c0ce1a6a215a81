package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.http.Sleeper;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many processes of one plan: a wait that they share happens once, and what all of them need is
/// read once.
final class SideBySideTest {
  @TempDir Path dir;

  private static DesiredProcess[] closes(int count) throws Exception {
    DesiredProcess[] all = new DesiredProcess[count];
    for (int i = 0; i < count; i++) {
      DesiredProcess one = ApplyFixture.close("Close " + i, "Reconcile");
      String json = dev.procc.live.wire.ProcessJson.body(one.process()).write();
      all[i] = ApplyFixture.desired(json.replace("close@2024-Q4", "c" + i + "@2024-Q4"));
    }
    return all;
  }

  /// A sleeper that waits until all processes wait: it never returns if one waits after the other.
  private static Sleeper together(ApplyFixture bench, int count, List<Duration> waits) {
    CyclicBarrier all =
        new CyclicBarrier(
            count,
            () -> {
              Duration longest = Collections.max(waits.subList(waits.size() - count, waits.size()));
              bench.time.advance(longest);
            });
    return time -> {
      waits.add(time);
      try {
        all.await(30, TimeUnit.SECONDS);
      } catch (BrokenBarrierException | TimeoutException e) {
        throw new IllegalStateException(waits + " of " + count + " wait", e);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 30})
  void lostAnswersAreSettledInOneWait(int count) throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.fault("{'on':'createProcess','do':'fail-after','status':500,'times':" + count + "}");
      List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
      Apply apply =
          new Apply(
              bench
                  .context(bench.store)
                  .withPendingPlans(bench.plans)
                  .withSleeper(together(bench, count, waits)));
      ApplyResult result = apply.run(bench.plan(closes(count)));
      assertEquals(Verdict.APPLIED, result.verdict(), () -> result.toJson().pretty());
      assertEquals(count, waits.size());
      isComplete(bench, count);
    }
  }

  /// A create that was not carried out is sent again after two reads, also if this happens to all.
  @Test
  void lostRequestsAreSettledInTwoWaits() throws Exception {
    int count = 12;
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.fault("{'on':'createProcess','do':'fail-before','status':500,'times':" + count + "}");
      List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
      Apply apply =
          new Apply(
              bench
                  .context(bench.store)
                  .withPendingPlans(bench.plans)
                  .withSleeper(together(bench, count, waits)));
      ApplyResult result = apply.run(bench.plan(closes(count)));
      assertEquals(Verdict.APPLIED, result.verdict(), () -> result.toJson().pretty());
      assertEquals(2 * count, waits.size());
      isComplete(bench, count);
    }
  }

  private static void isComplete(ApplyFixture bench, int count) throws Exception {
    List<String> recorded = new ArrayList<>();
    for (LedgerEntry entry : bench.store.list("dev")) {
      assertEquals(null, entry.pending());
      recorded.add(entry.id());
    }
    List<String> live = new ArrayList<>(bench.live());
    Collections.sort(recorded);
    Collections.sort(live);
    assertEquals(live, recorded);
    assertEquals(count, live.size());
  }

  @Test
  void manyShareTheListAndTellInTheOrderOfThePlan() throws Exception {
    int count = 40;
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess[] closes = closes(count);
      ApplyResult result = bench.applied(closes);
      assertEquals(Verdict.APPLIED, result.verdict(), () -> result.toJson().pretty());
      assertEquals(
          Arrays.stream(closes).map(DesiredProcess::identity).sorted().toList(),
          result.processes().stream().map(one -> one.identity()).sorted().toList());
      isComplete(bench, count);
      assertTrue(!bench.plan(closes).hasActions());
    }
  }

  /// Two definitions with the same name: neither takes the other one's process for somebody else's.
  @Test
  void ofOneNameOneIsMadeAfterTheOther() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess[] closes = closes(12);
      for (int i = 0; i < closes.length; i++) {
        String json = dev.procc.live.wire.ProcessJson.body(closes[i].process()).write();
        closes[i] = ApplyFixture.desired(json.replace("Close " + i, "Close"));
      }
      ApplyResult result = bench.applied(closes);
      assertEquals(Verdict.APPLIED, result.verdict(), () -> result.toJson().pretty());
      isComplete(bench, closes.length);
    }
  }

  private static DesiredProcess[] renamed(DesiredProcess[] closes) throws Exception {
    DesiredProcess[] renamed = new DesiredProcess[closes.length];
    for (int i = 0; i < closes.length; i++) {
      String json = dev.procc.live.wire.ProcessJson.body(closes[i].process()).write();
      renamed[i] = ApplyFixture.desired(json.replace("Close " + i, "Year end " + i));
    }
    return renamed;
  }

  /// Three calls for each change: the last read, the change, the read after it.
  @Test
  void manyAreFoundUnchangedByOneList() throws Exception {
    int count = 20;
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess[] closes = closes(count);
      bench.applied(closes);
      Plan plan = bench.plan(renamed(closes));
      bench.calls.clear();
      ApplyResult result = bench.apply().run(plan);
      assertEquals(Verdict.APPLIED, result.verdict(), () -> result.toJson().pretty());
      List<String> calls = List.copyOf(bench.calls);
      assertEquals(count, Collections.frequency(calls, "PATCH"), calls::toString);
      assertEquals(2 * count, Collections.frequency(calls, "GET"), calls::toString);
      isComplete(bench, count);
      assertTrue(!bench.plan(renamed(closes)).hasActions());
    }
  }

  /// Three reads of each process: the last check, the new one, the guard before the DELETE. With
  /// the read of the plan 200 processes stay within the 900 calls per minute that an operation
  /// allows.
  @Test
  void manyAreReplacedWithThreeReadingsEach() throws Exception {
    int count = 20;
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess[] closes = closes(count);
      bench.applied(closes);
      Plan plan = bench.plan(withAnotherDay(closes));
      bench.calls.clear();
      ApplyResult result = bench.apply().run(plan);
      assertEquals(Verdict.APPLIED, result.verdict(), () -> result.toJson().pretty());
      List<String> calls = List.copyOf(bench.calls);
      assertEquals(count, Collections.frequency(calls, "TRASH"), calls::toString);
      assertEquals(3 * count, Collections.frequency(calls, "GET"), calls::toString);
      isComplete(bench, count);
    }
  }

  private static DesiredProcess[] withAnotherDay(DesiredProcess[] closes) throws Exception {
    DesiredProcess[] others = new DesiredProcess[closes.length];
    for (int i = 0; i < closes.length; i++) {
      String json = dev.procc.live.wire.ProcessJson.body(closes[i].process()).write();
      others[i] = ApplyFixture.desired(json.replace("2024-12-15", "2024-12-16"));
    }
    return others;
  }

  @Test
  void oneThatWasEditedStopsAllOfMany() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess[] closes = closes(12);
      bench.applied(closes);
      Plan plan = bench.plan(renamed(closes));
      String id = bench.entry("c7@2024-Q4").id();
      bench.control(
          "POST", "/processes/" + id + "/edit", "{'set':{'/dueDate':'2025-02-01'},'user':'kim'}");
      bench.calls.clear();
      ApplyResult result = bench.apply().run(plan);
      assertEquals(Verdict.STALE, result.verdict(), () -> result.toJson().pretty());
      assertEquals(0, Collections.frequency(bench.calls, "PATCH"));
    }
  }

  /// An edit made after the list is found by the read before the change of that process; the others
  /// continue.
  @Test
  void oneThatIsEditedMeanwhileIsLeftAlone() throws Exception {
    int count = 12;
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      DesiredProcess[] closes = closes(count);
      bench.applied(closes);
      Plan plan = bench.plan(renamed(closes));
      String id = bench.entry("c7@2024-Q4").id();
      bench.fault(
          "{'on':'listProcesses','do':'edit-after','process':'"
              + id
              + "','set':{'/dueDate':'2025-02-01'}}");
      ApplyResult result = bench.apply().run(plan);
      for (ProcessResult one : result.processes()) {
        assertEquals(
            one.identity().equals("c7@2024-Q4") ? Verdict.STALE : Verdict.APPLIED,
            one.verdict(),
            one::toString);
      }
      for (LedgerEntry entry : bench.store.list("dev")) {
        assertEquals(null, entry.pending());
      }
    }
  }
}
