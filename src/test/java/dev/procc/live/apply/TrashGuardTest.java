package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.execution.PendingPlanStore;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.FormerProcess;
import dev.procc.live.ledger.Lease;
import dev.procc.live.ledger.LeaseHolder;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.recover.ProcessAdoption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Somebody else edits, starts, restores or applies between any two calls of every command that
/// moves a process to the bin; the test checks that one process is left and that nothing of theirs
/// is undone.
///
/// The API has no conditional DELETE: what happens between the GET of the list before it and the
/// DELETE itself cannot be detected, and is the one place that is left out here.
final class TrashGuardTest {
  private static final String KEY = "close@2024-Q4";

  /// More calls than any command makes.
  private static final int CALLS = 16;

  private static final LeaseHolder ELSEWHERE =
      new LeaseHolder("olga", "ci-2", "another machine", 4711, "2024-10-01T00:00:00Z");
  @TempDir Path dir;

  /// The commands that move a process to the bin.
  enum Way {
    REPLACE,
    REMOVAL,
    TRASH,
    ROLLBACK,
    CREATE,
    IN_PLACE,
    /// A replacement whose DELETE was refused, resumed.
    RESUME,
    /// The same on a machine without the plan.
    RESUME_WITHOUT_PLAN
  }

  /// The action of somebody else, on the process that was live before or on the new one.
  enum Deed {
    EDIT_OLD,
    RUN_OLD,
    EDIT_NEW,
    RUN_NEW,
    /// A former process is restored from the bin.
    RESTORE
  }

  record Case(Way way, Deed deed, int afterCall) {}

  /// One of this many cases, the first chosen by `crash.first`; all with `-Dcrash.every=1`.
  private static <T> Stream<T> everySo(List<T> all) {
    int every = Integer.getInteger("crash.every", 13);
    int first = Integer.getInteger("crash.first", 0);
    return IntStream.range(0, all.size()).filter(i -> i % every == first).mapToObj(all::get);
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Way way : Way.values()) {
      for (Deed deed : Deed.values()) {
        for (int call = 1; call <= CALLS; call++) {
          cases.add(new Case(way, deed, call));
        }
      }
    }
    return everySo(cases);
  }

  private static DesiredProcess plain() throws Exception {
    return ApplyFixture.close("Close", "Reconcile");
  }

  /// A tree other than the live one.
  private static DesiredProcess replacement(Deed deed) throws Exception {
    return deed == Deed.RESTORE ? plain() : ApplyFixture.closeWithMore("Close");
  }

  /// The live tree with other names.
  private static DesiredProcess renamed(Deed deed) throws Exception {
    return deed == Deed.RESTORE
        ? ApplyFixture.closeWithMore("Close 2")
        : ApplyFixture.close("Close 2", "Reconcile AR");
  }

  /// Prepares the fixture for a command.
  private static void prepare(ApplyFixture bench, Way way, Deed deed) throws Exception {
    bench.overrides = ApplyFixture.allowEmpty();
    if (way == Way.CREATE) {
      return;
    }
    bench.applied(plain());
    if (way == Way.ROLLBACK || deed == Deed.RESTORE) {
      bench.applied(ApplyFixture.closeWithMore("Close"));
    }
    if (way == Way.RESUME || way == Way.RESUME_WITHOUT_PLAN) {
      bench.fault("{'on':'trashProcess','do':'fail-before','status':403,'times':0}");
      ApplyResult result = bench.applied(replacement(deed));
      assertEquals(Verdict.PARTIAL, result.verdict(), () -> result.toJson().pretty());
      bench.control("PUT", "/faults", "{'faults':[]}");
    }
    if (way == Way.RESUME_WITHOUT_PLAN) {
      bench.plans.clear("dev", bench.plans.names("dev"));
    }
  }

  /// Runs the command, and returns the verdict and the message with which it ends.
  private static Ending go(ApplyFixture bench, Way way, Deed deed) throws Exception {
    try {
      return switch (way) {
        case REPLACE -> Ending.of(bench.applied(replacement(deed)));
        case CREATE -> Ending.of(bench.applied(plain()));
        case IN_PLACE -> Ending.of(bench.applied(renamed(deed)));
        case REMOVAL -> Ending.of(bench.applied());
        case TRASH -> Ending.of(lifecycle(bench).trash(KEY, Set.of()));
        case ROLLBACK -> Ending.of(lifecycle(bench).rollback(KEY, Set.of()));
        case RESUME, RESUME_WITHOUT_PLAN -> Ending.of(bench.apply().resume());
      };
    } catch (ApplyException stop) {
      return new Ending(stop.verdict(), stop.getMessage() + stop.help());
    }
  }

  private static ProcessLifecycle lifecycle(ApplyFixture bench) {
    return new ProcessLifecycle(bench.context(bench.store));
  }

  private record Ending(Verdict verdict, String text) {
    static Ending of(ApplyResult result) {
      return new Ending(result.verdict(), result.toJson().pretty());
    }

    static Ending of(ProcessResult result) {
      return new Ending(result.verdict(), result.toJson().pretty());
    }
  }

  /// Schedules the action once, after the given number of calls.
  ///
  /// @return the id of the process it was done to; empty until it is done
  private static List<String> arm(ApplyFixture bench, Case one) throws Exception {
    LedgerEntry entry = bench.store.load("dev", KEY).orElse(null);
    String current = entry == null || entry.id() == null ? "" : entry.id();
    String formerly = entry == null || entry.pending() == null ? "" : entry.pending().formerId();
    String old = formerly.isEmpty() ? current : formerly;
    String binned = binned(bench, entry);
    List<String> touched = new ArrayList<>();
    AtomicInteger calls = new AtomicInteger();
    bench.calls.clear();
    bench.afterCall =
        () -> {
          if (calls.incrementAndGet() != one.afterCall()) {
            return;
          }
          bench.afterCall = () -> {};
          try {
            if (one.deed() == Deed.RESTORE) {
              if (!binned.isEmpty() && !bench.live().contains(binned)) {
                bench.api.restore(binned);
                touched.add(binned);
              }
              return;
            }
            boolean toOld = one.deed() == Deed.EDIT_OLD || one.deed() == Deed.RUN_OLD;
            for (String id : bench.live()) {
              if (id.equals(old) == toOld) {
                touch(bench, one.deed(), id);
                touched.add(id);
              }
            }
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    return touched;
  }

  /// The former process of an entry that is in the bin; empty if none is.
  private static String binned(ApplyFixture bench, @Nullable LedgerEntry entry) throws Exception {
    List<String> live = bench.live();
    for (FormerProcess former :
        entry == null ? List.<FormerProcess>of() : entry.history().formers()) {
      if (!live.contains(former.id())) {
        return former.id();
      }
    }
    return "";
  }

  private static void touch(ApplyFixture bench, Deed deed, String id) throws Exception {
    if (deed == Deed.RUN_OLD || deed == Deed.RUN_NEW) {
      bench.api.run(id, false);
    } else {
      bench.control(
          "POST", "/processes/" + id + "/edit", "{'user':'olga','set':{'/name':'Olga was here'}}");
    }
  }

  private static boolean stands(ApplyFixture bench, Deed deed, String id) throws Exception {
    for (Json.Obj process : bench.api.list(dev.procc.live.api.ListQuery.ALL)) {
      if (process.text("id").orElse("").equals(id)) {
        if (deed == Deed.RESTORE) {
          return true;
        }
        return deed == Deed.RUN_OLD || deed == Deed.RUN_NEW
            ? process.obj("run").isPresent()
            : process.text("name").orElse("").equals("Olga was here");
      }
    }
    return false;
  }

  /// Whether the action happened between the list and the DELETE that follows it.
  private static boolean rightBeforeDelete(List<String> calls, int afterCall) {
    List<String> own = new ArrayList<>(calls);
    // The two or three calls of the action itself are in the log as well.
    int next = afterCall;
    while (next < own.size() && List.of("LIST", "RUN", "RESTORE").contains(own.get(next))) {
      next++;
    }
    return afterCall <= own.size()
        && own.get(afterCall - 1).equals("LIST")
        && next < own.size()
        && own.get(next).startsWith("TRASH");
  }

  /// Whether the name was edited between the read directly before its PATCH and the PATCH, which
  /// has no condition either: then the edit is overwritten and reported.
  private static boolean rightBeforePatch(List<String> calls, Case one) {
    int patch = calls.indexOf("PATCH");
    // The list is a call of the action itself.
    return patch > one.afterCall()
        && one.way() == Way.IN_PLACE
        && one.deed() == Deed.EDIT_OLD
        && calls.get(one.afterCall() - 1).equals("GET")
        && calls.subList(one.afterCall(), patch).equals(List.of("LIST"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingOfAnybodysIsUndone(Case one) throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      prepare(bench, one.way(), one.deed());
      List<String> touched = arm(bench, one);
      Ending ending = go(bench, one.way(), one.deed());
      bench.afterCall = () -> {};
      List<String> calls = List.copyOf(bench.calls);
      if (touched.isEmpty() || rightBeforeDelete(calls, one.afterCall())) {
        return;
      }
      String id = touched.get(0);
      if (!stands(bench, one.deed(), id)) {
        assertTrue(rightBeforePatch(calls, one), () -> id + " is undone\n" + calls + ending.text());
        assertEquals(Verdict.PARTIAL, ending.verdict(), ending.text());
        assertTrue(ending.text().contains("is overwritten: " + KEY + ":name"), ending.text());
      }
      List<String> live = new ArrayList<>(bench.live());
      if (one.deed() == Deed.RESTORE && !id.equals(bench.entry(KEY).id())) {
        nextPlanSeesWhatIsBack(bench, one, id);
        live.remove(id);
      }
      boolean removed = List.of(Way.REMOVAL, Way.TRASH).contains(one.way());
      if (live.size() != 1 && !(removed && live.isEmpty())) {
        assertEquals(Verdict.PARTIAL, ending.verdict(), ending.text());
        for (String each : live) {
          assertTrue(ending.text().contains(each), ending.text());
        }
      }
    }
  }

  @Test
  void anEditRightBeforeThePatchIsTold() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      Case one = new Case(Way.IN_PLACE, Deed.EDIT_OLD, 4);
      prepare(bench, one.way(), one.deed());
      arm(bench, one);
      Ending ending = go(bench, one.way(), one.deed());
      assertEquals(Verdict.PARTIAL, ending.verdict(), ending.text());
      assertTrue(
          ending
              .text()
              .contains("its revision went from 1 to 3; if it was here, it is overwritten"),
          ending.text());
      assertEquals(null, bench.entry(KEY).pending());
    }
  }

  /// Two processes are live then, one of them not by procc's doing: no process is created in
  /// addition, and a create is refused with the id of the restored one.
  private static void nextPlanSeesWhatIsBack(ApplyFixture bench, Case one, String id)
      throws Exception {
    List<String> before = bench.live();
    bench.apply().resume();
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile the next quarter"));
    if (plan.hasActions()
        && plan.processes().getFirst().operations().stream()
            .anyMatch(o -> o.kind() == OperationKind.CREATE)) {
      assertTrue(PlanFile.write(plan).contains(id), one + PlanFile.write(plan));
    }
    bench.apply().run(plan);
    assertTrue(bench.live().contains(id) && bench.live().size() <= before.size(), one::toString);
  }

  // Two at once

  /// The command of the other machine.
  enum Other {
    RESUME,
    RESUME_WITHOUT_PLAN,
    /// A plan of its own, made before this command began.
    APPLY
  }

  record TwoAtOnce(Way way, Other other, int afterCall, boolean leaseOver) {}

  static Stream<TwoAtOnce> pairs() {
    List<TwoAtOnce> pairs = new ArrayList<>();
    for (Way way : List.of(Way.CREATE, Way.IN_PLACE, Way.REPLACE, Way.REMOVAL)) {
      for (Other other : Other.values()) {
        for (int call = 1; call <= CALLS; call++) {
          pairs.add(new TwoAtOnce(way, other, call, false));
          pairs.add(new TwoAtOnce(way, other, call, true));
        }
      }
    }
    return everySo(pairs);
  }

  /// Another machine resumes or applies while this one is working.
  @ParameterizedTest
  @MethodSource("pairs")
  void twoAtOnceLeaveOneProcess(TwoAtOnce one) throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      prepare(bench, one.way(), Deed.EDIT_OLD);
      DesiredProcess[] goal =
          switch (one.way()) {
            case CREATE -> new DesiredProcess[] {plain()};
            case IN_PLACE -> new DesiredProcess[] {renamed(Deed.EDIT_OLD)};
            case REMOVAL -> new DesiredProcess[] {};
            default -> new DesiredProcess[] {replacement(Deed.EDIT_OLD)};
          };
      Plan plan = bench.plan(goal);
      Apply other =
          new Apply(
              bench
                  .context(new FileStore(dir.resolve("procc.state")))
                  .withHolder(ELSEWHERE)
                  .withPendingPlans(
                      one.other() == Other.RESUME_WITHOUT_PLAN
                          ? PendingPlanStore.NONE
                          : bench.plans));
      AtomicInteger calls = new AtomicInteger();
      List<ApplyResult> others = new ArrayList<>();
      boolean[] pending = new boolean[1];
      bench.afterCall =
          () -> {
            if (calls.incrementAndGet() == one.afterCall()) {
              bench.afterCall = () -> {};
              if (one.leaseOver()) {
                bench.time.advance(Lease.TERM.plusSeconds(1));
              }
              pending[0] = isPending(bench);
              others.add(one.other() == Other.APPLY ? other.run(plan) : other.resume());
            }
          };
      ApplyResult own =
          new Apply(
                  bench
                      .context(bench.store)
                      .withHolder(new LeaseHolder("tom", "ci-1", "m1", 1, "then"))
                      .withPendingPlans(bench.plans))
              .run(plan);
      bench.afterCall = () -> {};
      if (!others.isEmpty() && pending[0] && !one.leaseOver()) {
        assertEquals(Verdict.REFUSED, others.get(0).verdict());
        assertTrue(
            one.other() == Other.APPLY
                || others.get(0).toJson().pretty().contains("tom on ci-1 (process 1)"));
        assertEquals(Verdict.APPLIED, own.verdict(), () -> own.toJson().pretty());
      }
      bench.time.advance(Lease.TERM.plusSeconds(1));
      bench.apply().resume();
      ApplyResult last = bench.applied(goal);
      String story =
          one
              + own.toJson().pretty()
              + (others.isEmpty() ? "" : others.get(0).toJson().pretty())
              + last.toJson().pretty();
      List<String> live = one.way() == Way.REMOVAL ? List.of() : List.of(bench.entry(KEY).id());
      assertEquals(live, bench.live(), story);
      assertTrue(!bench.plan(goal).hasActions(), story);
    }
  }

  private static boolean isPending(ApplyFixture bench) {
    try {
      return bench.store.load("dev", KEY).map(entry -> entry.pending() != null).orElse(false);
    } catch (LedgerException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void twoResumesLeaveOneProcess() throws Exception {
    for (int call = 1; call <= 10; call++) {
      try (ApplyFixture bench = new ApplyFixture(dir)) {
        bench.store.delete("dev", KEY, "again");
        prepare(bench, Way.RESUME, Deed.EDIT_OLD);
        AtomicInteger calls = new AtomicInteger();
        int at = call;
        Apply other =
            new Apply(
                bench
                    .context(new FileStore(dir.resolve("procc.state")))
                    .withHolder(ELSEWHERE)
                    .withPendingPlans(bench.plans));
        bench.afterCall =
            () -> {
              if (calls.incrementAndGet() == at) {
                bench.afterCall = () -> {};
                other.resume();
              }
            };
        bench.apply().resume();
        bench.afterCall = () -> {};
        bench.time.advance(Lease.TERM.plusSeconds(1));
        bench.apply().resume();
        assertEquals(List.of(bench.entry(KEY).id()), bench.live());
      }
    }
  }

  /// An adoption would remove the pending step that a running apply relies on.
  @Test
  void aLivingApplyIsNotAdoptedAway() throws Exception {
    for (int call = 1; call <= 12; call++) {
      try (ApplyFixture bench = new ApplyFixture(dir)) {
        bench.store.delete("dev", KEY, "again");
        prepare(bench, Way.REPLACE, Deed.EDIT_OLD);
        String old = bench.live().getFirst();
        AtomicInteger calls = new AtomicInteger();
        int at = call;
        ProcessAdoption other =
            new ProcessAdoption(
                bench
                    .context(new FileStore(dir.resolve("procc.state")))
                    .withHolder(ELSEWHERE)
                    .withPendingPlans(bench.plans),
                plain(),
                null);
        List<String> said = new ArrayList<>();
        bench.afterCall =
            () -> {
              if (calls.incrementAndGet() == at) {
                bench.afterCall = () -> {};
                try {
                  boolean isHeld = bench.entry(KEY).pending() != null;
                  other.adopt(old);
                  said.add(isHeld ? "adopted away" : "");
                } catch (Exception refused) {
                  said.add(String.valueOf(refused.getMessage()));
                }
              }
            };
        bench.applied(replacement(Deed.EDIT_OLD));
        bench.afterCall = () -> {};
        assertEquals(false, said.contains("adopted away"), at + " " + said);
        bench.time.advance(Lease.TERM.plusSeconds(1));
        bench.apply().resume();
        bench.applied(replacement(Deed.EDIT_OLD));
        assertEquals(List.of(bench.entry(KEY).id()), bench.live(), at + " " + said);
      }
    }
  }

  @Test
  void aHolderOfThisMachineIsLookedFor() {
    LeaseHolder own = LeaseHolder.ofThisProgram();
    java.time.Instant now = java.time.Instant.parse("2024-10-01T00:00:00Z");
    Lease lease = own.lease(now);
    assertTrue(!own.isKeptAwayBy(lease, now));
    LeaseHolder second = new LeaseHolder("sam", own.host(), own.machine(), 0, "");
    assertTrue(second.isKeptAwayBy(lease, now.plusSeconds(100_000)));
    Lease dead = new Lease("sam", own.host(), own.machine(), own.pid(), "before", now.toString());
    assertTrue(!second.isKeptAwayBy(dead, now));
    assertTrue(ELSEWHERE.isKeptAwayBy(lease, now.plusSeconds(299)));
    assertTrue(!ELSEWHERE.isKeptAwayBy(lease, now.plusSeconds(301)));
  }

  // Refused for good, and broken answers

  @Test
  void anUpdateThatIsRefusedForGoodEndsInAPlan() throws Exception {
    for (int status : new int[] {400, 403, 404, 409}) {
      try (ApplyFixture bench = new ApplyFixture(dir)) {
        bench.store.delete("dev", KEY, "again");
        bench.applied(plain());
        bench.fault(
            "{'on':'batchUpdateProcess','do':'fail-before','status':" + status + ",'times':0}");
        DesiredProcess renamed = ApplyFixture.close("Close 2", "Reconcile AR");
        ApplyResult refused = bench.applied(renamed);
        assertEquals(Verdict.PARTIAL, refused.verdict(), () -> refused.toJson().pretty());
        assertEquals(null, bench.entry(KEY).pending());
        assertEquals(List.of(), bench.apply().resume().processes());
        bench.control("PUT", "/faults", "{'faults':[]}");
        ApplyResult rest = bench.applied(renamed);
        assertEquals(Verdict.APPLIED, rest.verdict(), () -> rest.toJson().pretty());
        assertTrue(!bench.plan(renamed).hasActions());
      }
    }
  }

  @Test
  void aResumedDeleteThatIsRefusedForGoodEndsInAPlan() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      prepare(bench, Way.RESUME, Deed.EDIT_OLD);
      bench.fault("{'on':'trashProcess','do':'fail-before','status':403,'times':0}");
      ApplyResult resumed = bench.apply().resume();
      assertEquals(Verdict.PARTIAL, resumed.verdict(), () -> resumed.toJson().pretty());
      for (String id : bench.live()) {
        assertTrue(resumed.toJson().pretty().contains(id), () -> resumed.toJson().pretty());
      }
      assertEquals(null, bench.entry(KEY).pending());
      assertTrue(!bench.plan(ApplyFixture.closeWithMore("Close")).isRefused());
    }
  }
}
