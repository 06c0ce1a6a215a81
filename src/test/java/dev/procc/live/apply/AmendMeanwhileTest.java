package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.wire.ProcessJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests what an amendment of several calls does with a run that changes between them.
final class AmendMeanwhileTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private ApplyFixture bench;
  private String run;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    run = new ProcessRuns(bench.context(bench.store)).start(KEY, Set.of());
  }

  @AfterEach
  void stop() {
    bench.afterCall = () -> {};
    bench.close();
  }

  /// One task more at the end, and one in the group.
  private static DesiredProcess inTwoPlaces() throws Exception {
    return with("," + ApplyFixture.task("apac", "Review APAC", "2024-12-20"), "");
  }

  private static DesiredProcess with(String inGroup, String atEnd) throws Exception {
    String json =
        ProcessJson.body(ApplyFixture.closeWithMore("Close").process()).write().replace('"', '\'');
    String last = ApplyFixture.task("emea", "Review EMEA", "2024-12-20");
    String end = ApplyFixture.task("commentary", "Comment", "2024-12-22");
    assertTrue(json.contains(last) && json.contains(end), json);
    return ApplyFixture.desired(json.replace(last, last + inGroup).replace(end, end + atEnd));
  }

  private static Precondition.SiblingsAre siblings(PlanOperation operation) {
    return operation.preconditions().stream()
        .filter(Precondition.SiblingsAre.class::isInstance)
        .map(Precondition.SiblingsAre.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private long additions() {
    return bench.calls.stream().filter(call -> call.startsWith("ADD_JOBS")).count();
  }

  @Test
  void bothAreAddedToARunThatIsAsItWas() throws Exception {
    Plan plan = bench.amendment(run, inTwoPlaces());
    assertEquals(2, plan.processes().getFirst().operations().size());
    assertEquals(Verdict.APPLIED, bench.apply().run(plan).verdict());
    assertEquals(2, additions());
  }

  @Test
  void aLaterCallIsHeldAgainstTheRunToo() throws Exception {
    Plan plan = bench.amendment(run, inTwoPlaces());
    PlanOperation later = plan.processes().getFirst().operations().getLast();
    Json theirs =
        ProcessJson.childBody(
                ApplyFixture.closeWithMore("Close").process().root().children().getLast())
            .obj("job")
            .orElseThrow();
    new Meanwhile(bench)
        .after(
            "ADD_JOBS",
            () ->
                bench.api.addJobs(
                    run,
                    new ApiClient.Placement(siblings(later).groupId(), "", true),
                    Json.array(theirs)));
    ProcessResult result = bench.apply().run(plan).processes().getFirst();
    assertEquals(Verdict.PARTIAL, result.verdict(), result.message());
    assertTrue(result.message().startsWith("The tasks of the run have changed"), result.message());
    assertTrue(result.help().contains("procc plan --run " + KEY), result.help());
    assertEquals(2, additions(), "ours, and theirs");
    assertNull(bench.entry(KEY).pending());
    assertEquals(1, bench.entry(KEY).history().runRecords().size());
    assertEquals(Verdict.APPLIED, bench.apply().run(bench.amendment(run, inTwoPlaces())).verdict());
  }

  @Test
  void aCallThatNeverArrivesEnds() throws Exception {
    Plan plan = bench.amendment(run, ApplyFixture.closeWithMore("Close"));
    bench.fault("{'on':'createJobRuns','do':'drop-before','times':0}");
    ProcessResult result = bench.apply().run(plan).processes().getFirst();
    assertEquals(Verdict.STALE, result.verdict(), result.message());
    assertEquals(3, additions());
    assertNull(bench.entry(KEY).pending());
    bench.control("PUT", "/faults", "{'faults':[]}");
    assertEquals(List.of(), bench.apply().resume().processes());
    Plan again = bench.amendment(run, ApplyFixture.closeWithMore("Close"));
    assertEquals(Verdict.APPLIED, bench.apply().run(again).verdict());
  }

  /// What an earlier amendment added is part of what the next plan saw.
  @Test
  void aSecondAmendmentInTwoPlacesEnds() throws Exception {
    assertEquals(Verdict.APPLIED, bench.apply().run(bench.amendment(run, inTwoPlaces())).verdict());
    String apac = "," + ApplyFixture.task("apac", "Review APAC", "2024-12-20");
    String latam = "," + ApplyFixture.task("latam", "Review LATAM", "2024-12-20");
    String board = "," + ApplyFixture.task("board", "Board", "2024-12-23");
    Plan plan = bench.amendment(run, with(apac + latam, board));
    assertEquals(2, plan.processes().getFirst().operations().size());
    ApplyResult result = bench.apply().run(plan);
    assertEquals(Verdict.APPLIED, result.verdict(), () -> result.toJson().pretty());
  }

  /// Of two tasks of a call whose answer is lost the run shows one: what is named ends it.
  @Test
  void aCallThatAddsTooFewEndsInAPlan() throws Exception {
    DesiredProcess two = with("", "," + ApplyFixture.task("board", "Board", "2024-12-23"));
    Plan plan = bench.amendment(run, two);
    PlanOperation add = plan.processes().getFirst().operations().getFirst();
    Json first = ((Json.Arr) add.body()).items().getFirst();
    bench.fault("{'on':'createJobRuns','do':'drop-before'}");
    new Meanwhile(bench)
        .after(
            "ADD_JOBS",
            () ->
                bench.api.addJobs(
                    run,
                    new ApiClient.Placement(siblings(add).groupId(), "", true),
                    Json.array(first)));
    ProcessResult result = bench.apply().run(plan).processes().getFirst();
    assertEquals(Verdict.PARTIAL, result.verdict(), result.message());
    assertTrue(result.message().contains("Of 2 tasks"), result.message());
    assertNull(bench.entry(KEY).pending());
    Plan next = bench.amendment(run, two);
    assertEquals(Verdict.APPLIED, bench.apply().run(next).verdict());
    assertEquals(
        Set.of(), Set.copyOf(bench.amendment(run, two).processes().getFirst().operations()));
  }
}
