package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.PeriodReach;
import dev.procc.live.plan.input.PlanSettings;
import dev.procc.live.plan.input.SafetyLimits;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.format.PlanFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The planner uses what was measured of a server: an emulator with another assumption behaves as
/// the plan predicts.
final class MeasuredCapabilitiesTest {
  @TempDir Path dir;
  private ApplyFixture bench;
  private String reading = "";

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
  }

  @AfterEach
  void stop() throws Exception {
    if (!reading.isEmpty()) {
      bench.control("PUT", "/readings", reading);
    }
    bench.close();
  }

  /// Sets an assumption of the server, which procc knows only if it was measured.
  private void server(String key, String word, String standard, boolean measured) throws Exception {
    reading = "{'" + key + "':'" + standard + "'}";
    bench.control("PUT", "/readings", "{'" + key + "':'" + word + "'}");
    if (measured) {
      ServerCapabilities known = new ServerCapabilities(Map.of(key, word));
      bench.known = new PlanSettings(known, SafetyLimits.NONE, List.of(), PeriodReach.ALL);
    }
  }

  private static DesiredProcess scheduled(String start, String end, String off, String... due)
      throws Exception {
    StringBuilder jobs = new StringBuilder();
    for (String date : due) {
      jobs.append(jobs.isEmpty() ? "" : ",");
      jobs.append(ApplyFixture.task("t" + jobs.length(), "Task " + jobs.length(), date));
    }
    return ApplyFixture.desired(
        "{'id':'close@2024-Q4','name':'Close','autoClose':true,'certAutoApprove':false,"
            + "'relativeDates':true,'businessStartDate':'"
            + start
            + "','businessEndDate':'"
            + end
            + "','businessDaysOfWeek':['monday','tuesday','wednesday','thursday','friday'],"
            + "'businessDateExclusions':['"
            + off
            + "'],'root':{'id':'root','name':'Root','parallel':false,'readOnly':false,'children':["
            + jobs
            + "]}}");
  }

  @ParameterizedTest
  @CsvSource({
    "declared, 2025-01-07, 2025-01-24, 2024-12-07",
    "none, 2024-12-03, 2024-12-20, 2024-12-07",
    "roll, 2025-01-07, 2025-01-24, 2025-01-13",
    "clamp, 2025-01-07, 2025-01-17, 2024-12-07"
  })
  void aMeasuredShiftIsForetold(String word, String tuesday, String fifteenth, String saturday)
      throws Exception {
    server("shift", word, "declared", true);
    String off = "2026-01-01";
    bench.applied(
        scheduled("2024-12-02", "2024-12-27", off, "2024-12-03", "2024-12-20", "2024-12-07"));
    DesiredProcess later = scheduled("2025-01-06", "2025-01-17", off, tuesday, fifteenth, saturday);
    patched(later);
  }

  @Test
  void aShiftAfterEachOperationIsForetold() throws Exception {
    server("shift", "per-operation", "declared", true);
    bench.applied(scheduled("2024-12-02", "2024-12-27", "2026-01-01", "2024-12-27"));
    patched(scheduled("2024-12-09", "2024-12-27", "2024-12-10", "2025-01-03"));
  }

  /// Checks that the change is made in place, without an assumption about dates, and is read back
  /// as predicted.
  private void patched(DesiredProcess later) throws Exception {
    Plan plan = bench.plan(later);
    ProcessPlan process = plan.processes().getFirst();
    assertEquals("patch", String.valueOf(process.mainAction().word()), () -> PlanFile.write(plan));
    assertFalse(process.safety().assumptions().contains("shift"), () -> PlanFile.write(plan));
    ApplyResult result = bench.apply().run(plan);
    assertEquals(Verdict.APPLIED, result.processes().getFirst().verdict());
    assertFalse(bench.plan(later).hasActions());
  }

  @Test
  void whatWasNotMeasuredIsAssumedAndSaid() throws Exception {
    server("shift", "clamp", "declared", false);
    bench.applied(scheduled("2024-12-02", "2024-12-27", "2026-01-01", "2024-12-20"));
    Plan plan = bench.plan(scheduled("2025-01-06", "2025-01-17", "2026-01-01", "2025-01-24"));
    assertTrue(plan.processes().getFirst().safety().assumptions().contains("shift"));
    assertEquals(6, ExitCode.of(bench.apply().run(plan).verdict()));
  }

  @Test
  void theMeasuredShapeOfABatchIsSent() throws Exception {
    server("batch-shape", "nested", "both", true);
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    Plan plan = bench.plan(ApplyFixture.close("Close", "Check"));
    assertFalse(plan.processes().getFirst().safety().assumptions().contains("batch-shape"));
    assertEquals(0, ExitCode.of(bench.apply().run(plan).verdict()));
  }

  @Test
  void whatNoCallCanSetIsReplaced() throws Exception {
    server("replace-absent", "refuse", "set", true);
    String due = ",'dueDate':'2025-01-15'";
    String without =
        "{'id':'close@2024-Q4','name':'Close','autoClose':true,'certAutoApprove':false,"
            + "'relativeDates':false,'root':{'id':'root','name':'Root','parallel':false,"
            + "'readOnly':false,'children':["
            + ApplyFixture.task("recon", "Reconcile", "2024-12-15")
            + "]}}";
    bench.applied(ApplyFixture.desired(without));
    DesiredProcess with =
        ApplyFixture.desired(
            without.replace("'relativeDates':false", "'relativeDates':false" + due));
    Plan plan = bench.plan(with);
    assertTrue(plan.processes().getFirst().replaces(), () -> PlanFile.write(plan));
    assertEquals(
        "dueDate",
        plan.processes().getFirst().explanation().replacement().causes().getFirst().field());
    assertEquals(0, ExitCode.of(bench.apply().run(plan).verdict()));
    assertFalse(bench.plan(with).hasActions());
  }

  @Test
  void aRunThatForbidsChangesRefusesThePlan() throws Exception {
    server("patch-running", "refuse", "allow", true);
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    bench.api.run(bench.entry("close@2024-Q4").id(), false);
    Plan plan = bench.plan(ApplyFixture.close("Close 2", "Reconcile"));
    assertTrue(
        plan.processes().getFirst().refusals().stream().anyMatch(r -> r.rule().equals("running")),
        () -> PlanFile.write(plan));
  }
}
