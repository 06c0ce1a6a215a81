package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Mismatch;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.format.PlanFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApplyFaultsTest {
  private static final String KEY = "close@2024-Q4";
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

  private ProcessResult expect(Verdict verdict, int exit, ApplyResult result) {
    assertEquals(1, result.processes().size(), () -> result.toJson().pretty());
    assertEquals(verdict, result.processes().get(0).verdict(), () -> result.toJson().pretty());
    assertEquals(exit, ExitCode.of(result.verdict()));
    return result.processes().get(0);
  }

  private void secondPlanIsEmpty(DesiredProcess... definitions) throws Exception {
    Plan again = bench.plan(definitions);
    assertFalse(again.hasActions(), () -> PlanFile.write(again));
  }

  /// A process whose server moves dates with the window.
  private static DesiredProcess shifting(String start, String end, String due) throws Exception {
    return ApplyFixture.desired(
        "{'id':'close@2024-Q4','name':'Close','autoClose':true,'certAutoApprove':false,"
            + "'relativeDates':true,'businessStartDate':'"
            + start
            + "','businessEndDate':'"
            + end
            + "','businessDaysOfWeek':['monday','tuesday','wednesday','thursday','friday'],"
            + "'root':{'id':'root','name':'Root','parallel':false,'readOnly':false,'children':["
            + ApplyFixture.task("recon", "Reconcile", due)
            + "]}}");
  }

  @Test
  void predictedShiftsAreReadBack() throws Exception {
    expect(Verdict.APPLIED, 0, bench.applied(shifting("2024-10-01", "2024-12-31", "2024-12-16")));
    DesiredProcess moved = shifting("2024-10-02", "2025-01-01", "2024-12-17");
    Plan plan = bench.plan(moved);
    assertEquals("patch", plan.processes().get(0).mainAction().word(), () -> PlanFile.write(plan));
    assertEquals(1, plan.processes().get(0).explanation().predictedShifts().size());
    expect(Verdict.APPLIED, 0, bench.apply().run(plan));
    secondPlanIsEmpty(moved);
  }

  @Test
  void aShiftOtherThanPredictedIsShown() throws Exception {
    bench.applied(shifting("2024-10-01", "2024-12-31", "2024-12-16"));
    bench.fault("{'on':'patchProcess','do':'shift','days':1}");
    ProcessResult result =
        expect(
            Verdict.PARTIAL, 6, bench.applied(shifting("2024-10-02", "2025-01-01", "2024-12-17")));
    Mismatch residual = result.details().mismatches().get(0);
    assertEquals(KEY + "/recon dueDate", residual.address() + " " + residual.field());
    assertEquals(1, bench.calls.stream().filter(c -> c.equals("PATCH")).count());
    assertTrue(bench.plan(shifting("2024-10-02", "2025-01-01", "2024-12-17")).hasActions());
  }

  @Test
  void aLostPatchThatMovesDatesIsLookedAtOnlyOnceTheServerIsDone() throws Exception {
    bench.applied(shifting("2024-10-01", "2024-12-31", "2024-12-16"));
    DesiredProcess moved = shifting("2024-10-02", "2025-01-01", "2024-12-17");
    bench.fault("{'on':'patchProcess','do':'drop-after'}");
    expect(Verdict.APPLIED, 0, bench.applied(moved));
    assertEquals(List.of(30L), bench.time.waits());
    assertEquals(1, bench.calls.stream().filter(c -> c.startsWith("PATCH")).count());
    secondPlanIsEmpty(moved);
  }

  @Test
  void aPartOfAPatchThatMovesDatesIsNeverRepeated() throws Exception {
    bench.applied(shifting("2024-10-01", "2024-12-31", "2024-12-16"));
    bench.fault("{'on':'patchProcess','do':'partial','apply':1}");
    expect(Verdict.PARTIAL, 6, bench.applied(shifting("2024-10-02", "2025-01-01", "2024-12-17")));
    assertEquals(1, bench.calls.stream().filter(c -> c.startsWith("PATCH")).count());
  }

  @Test
  void anEditBetweenReadingAndWritingShowsInTheReadBack() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    bench.fault("{'on':'patchProcess','do':'edit','set':{'/dueDate':'2025-02-01'},'user':'kim'}");
    ProcessResult result =
        expect(Verdict.PARTIAL, 6, bench.applied(ApplyFixture.close("Close 2", "Reconcile")));
    assertEquals("dueDate", result.details().mismatches().get(0).field());
    Plan again = bench.plan(ApplyFixture.close("Close 2", "Reconcile"));
    assertTrue(again.isRefused(), () -> PlanFile.write(again));
  }

  @Test
  void rateLimitsAreWaitedFor() throws Exception {
    for (String operation : List.of("createProcess", "validateProcess", "getProcess")) {
      bench.fault("{'on':'" + operation + "','do':'rate-limit','seconds':7,'header':false}");
    }
    expect(Verdict.APPLIED, 0, bench.applied(ApplyFixture.close("Close", "Reconcile")));
    assertEquals(List.of(7L, 7L, 7L), bench.time.waits());
  }

  @Test
  void anAuthenticationThatEndsHalfWayCanBeResumed() throws Exception {
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    bench.fault("{'on':'batchUpdateProcess','do':'fail-before','status':401}");
    ProcessResult result =
        expect(Verdict.PARTIAL, 6, bench.applied(ApplyFixture.close("Close 2", "Check")));
    assertTrue(result.help().endsWith("; then procc apply --resume"), result::help);
    expect(Verdict.APPLIED, 0, bench.apply().resume());
    secondPlanIsEmpty(ApplyFixture.close("Close 2", "Check"));
  }

  @Test
  void aTwinMadeAtTheSameTimeIsSeen() throws Exception {
    Plan plan = bench.plan(ApplyFixture.close("Close", "Reconcile"));
    bench.settings =
        bench.settings.withStop(() -> {
          try {
            if (bench.live().isEmpty() && bench.store.load("dev", KEY).isPresent()) {
              bench.api.create(
                  dev.procc.live.wire.ProcessJson.createBody(
                          ApplyFixture.close("Close", "Reconcile").process())
                      .body());
            }
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return false;
        });
    ApplyResult result = bench.apply().run(plan);
    expect(Verdict.STALE, 5, result);
    assertEquals(1, bench.live().size());
    assertTrue(
        result
            .processes()
            .get(0)
            .help()
            .contains("procc adopt " + KEY + " " + bench.live().get(0)));
  }

  @Test
  void moreThanThreeThousandNamesGoInTwoBatches() throws Exception {
    bench.applied(many("Task"));
    bench.calls.clear();
    expect(Verdict.APPLIED, 0, bench.applied(many("Job")));
    assertEquals(2, bench.calls.stream().filter(c -> c.equals("RENAME")).count());
    secondPlanIsEmpty(many("Job"));
  }

  private static DesiredProcess many(String title) throws Exception {
    String jobs =
        IntStream.rangeClosed(1, 3001)
            .mapToObj(i -> ApplyFixture.task("t" + i, title + " " + i, "2024-12-16"))
            .collect(Collectors.joining(","));
    return ApplyFixture.desired(
        "{'id':'close@2024-Q4','name':'Big','autoClose':true,'certAutoApprove':false,"
            + "'relativeDates':false,'root':{'id':'root','name':'Root','parallel':true,"
            + "'readOnly':false,'children':["
            + jobs
            + "]}}");
  }
}
