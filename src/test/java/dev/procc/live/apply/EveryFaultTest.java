package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.cli.frame.ExitCode;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.format.PlanFile;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// An apply with every fault that the emulator can produce: scheduled at a call, and chosen by a
/// seed. The list of faults is the emulator's own, so that a new fault without a scenario here
/// fails.
final class EveryFaultTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;

  /// The effect of a fault on an apply.
  enum ExpectedEnd {
    /// No lasting effect: the apply ends by itself, or after a resume.
    MENDED,
    /// The server shows something other than was sent: exit 6, and the field is named.
    SHOWN
  }

  /// A fault at one call of an apply.
  ///
  /// @param field the field that differs; empty if there is no lasting effect
  private record FaultScenario(String settings, ExpectedEnd end, String field) {}

  private static Map<String, FaultScenario> scenarios() {
    Map<String, FaultScenario> all = new LinkedHashMap<>();
    String batch = "'on':'batchUpdateProcess'";
    String patch = "'on':'patchProcess'";
    all.put("fail-before", new FaultScenario(patch, ExpectedEnd.MENDED, ""));
    all.put("fail-after", new FaultScenario(patch + ",'status':503", ExpectedEnd.MENDED, ""));
    all.put("drop-before", new FaultScenario(patch, ExpectedEnd.MENDED, ""));
    all.put("drop-after", new FaultScenario(batch, ExpectedEnd.MENDED, ""));
    all.put("delay", new FaultScenario(patch + ",'millis':300", ExpectedEnd.MENDED, ""));
    all.put(
        "rate-limit", new FaultScenario(batch + ",'times':3,'seconds':7", ExpectedEnd.MENDED, ""));
    all.put("partial", new FaultScenario(patch + ",'apply':1", ExpectedEnd.SHOWN, "name"));
    String due = ",'set':{'/dueDate':'2025-02-01'}";
    String flag = ",'set':{'/autoClose':false}";
    all.put(
        "default",
        new FaultScenario("'on':'createProcess'" + flag, ExpectedEnd.SHOWN, "autoClose"));
    all.put("shift", new FaultScenario(patch + ",'days':1", ExpectedEnd.SHOWN, "dueDate"));
    all.put("edit", new FaultScenario(patch + due + ",'user':'kim'", ExpectedEnd.SHOWN, "dueDate"));
    all.put(
        "edit-after",
        new FaultScenario(patch + due + ",'user':'kim'", ExpectedEnd.SHOWN, "dueDate"));
    return all;
  }

  private static Set<String> kinds(ApplyFixture bench) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(bench.base.resolve("/_emulator/faults")).GET().build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      Json state = JsonReader.read(http.send(request, BodyHandlers.ofString()).body());
      return ((Json.Obj) state).obj("effects").orElseThrow().members().keySet();
    }
  }

  @Test
  void everyFaultHasAScenario() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      assertEquals(kinds(bench), scenarios().keySet());
    }
  }

  @TestFactory
  List<DynamicTest> scheduled() {
    List<DynamicTest> tests = new ArrayList<>();
    scenarios()
        .forEach((kind, scenario) ->
            tests.add(DynamicTest.dynamicTest(kind, () -> scheduled(kind, scenario))));
    return tests;
  }

  @TestFactory
  List<DynamicTest> drawnBySeed() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String kind : scenarios().keySet()) {
      for (int seed = 1; seed <= 4; seed++) {
        int drawn = seed;
        tests.add(DynamicTest.dynamicTest(kind + " " + seed, () -> drawn(kind, drawn)));
      }
    }
    return tests;
  }

  private ApplyFixture bench(String name) throws Exception {
    return new ApplyFixture(Files.createTempDirectory(dir, name));
  }

  private void scheduled(String kind, FaultScenario scenario) throws Exception {
    try (ApplyFixture bench = bench(kind)) {
      boolean creates = scenario.settings().contains("createProcess");
      if (!creates) {
        assertEquals(0, ExitCode.of(bench.applied(before()).verdict()));
      }
      bench.fault("{'do':'" + kind + "'," + scenario.settings() + "}");
      ApplyResult result = bench.applied(creates ? before() : after());
      if (scenario.end() == ExpectedEnd.SHOWN) {
        assertEquals(6, ExitCode.of(result.verdict()), () -> result.toJson().pretty());
        List<String> fields = new ArrayList<>();
        result.processes().getFirst().details().mismatches().forEach(r -> fields.add(r.field()));
        assertTrue(fields.contains(scenario.field()), fields::toString);
      } else {
        settled(bench, result, after());
      }
      assertTrue(hits(bench) > 0, "the fault was not met");
    }
  }

  /// Any call may fail, several times: in the end there is one process and no other, and procc's
  /// account matches it.
  private void drawn(String kind, int seed) throws Exception {
    try (ApplyFixture bench = bench(kind + seed)) {
      String settings = scenarios().get(kind).settings().replaceFirst("'on':'\\w+'", "'on':'*'");
      bench.control(
          "PUT",
          "/faults",
          "{'seed':"
              + seed
              + ",'faults':[{'do':'"
              + kind
              + "','chance':0.3,"
              + settings.replaceFirst(",?'times':\\d+", "")
              + ",'times':3}]}");
      for (DesiredProcess goal : List.of(before(), after())) {
        ApplyResult result = applied(bench, goal);
        for (int i = 0; i < 4 && result != null && ExitCode.of(result.verdict()) != 0; i++) {
          result = resumed(bench);
        }
        assertTrue(bench.live().size() <= 1, () -> "twins: " + kind + " " + seed);
      }
      bench.control("PUT", "/faults", "{'faults':[]}");
      if (scenarios().get(kind).end() == ExpectedEnd.MENDED) {
        resumed(bench);
        settled(bench, bench.applied(after()), after());
      }
      assertEquals(1, bench.live().size());
    }
  }

  /// The result of an apply; null if no plan could be made.
  private static ApplyResult applied(ApplyFixture bench, DesiredProcess goal) throws Exception {
    try {
      return bench.applied(goal);
    } catch (dev.procc.live.api.ApiException unreadable) {
      return null;
    }
  }

  private static ApplyResult resumed(ApplyFixture bench) throws Exception {
    ApplyResult result = bench.apply().resume();
    return result;
  }

  private static void settled(ApplyFixture bench, ApplyResult first, DesiredProcess goal)
      throws Exception {
    ApplyResult result = first;
    for (int i = 0; i < 3 && ExitCode.of(result.verdict()) != 0; i++) {
      result = bench.apply().resume();
    }
    ApplyResult last = result;
    assertEquals(0, ExitCode.of(last.verdict()), () -> last.toJson().pretty());
    Plan again = bench.plan(goal);
    assertFalse(again.hasActions(), () -> PlanFile.write(again));
    assertEquals(1, bench.live().size());
  }

  private static long hits(ApplyFixture bench) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(bench.base.resolve("/_emulator/faults")).GET().build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      Json.Obj state =
          (Json.Obj) JsonReader.read(http.send(request, BodyHandlers.ofString()).body());
      long hits = 0;
      for (Json fault : state.items("faults")) {
        hits += ((Json.Obj) fault).integer("hit").orElse(0L);
      }
      return hits;
    }
  }

  /// A process whose server moves dates with the schedule.
  private static DesiredProcess before() throws Exception {
    return process("Close", "2024-10-01", "2024-12-31", "Reconcile", "2024-12-16");
  }

  /// Another name, schedule and title: one PATCH and one batch.
  private static DesiredProcess after() throws Exception {
    return process("Close 2", "2024-10-02", "2025-01-01", "Check", "2024-12-17");
  }

  private static DesiredProcess process(
      String name, String start, String end, String title, String due) throws Exception {
    return ApplyFixture.desired(
        "{'id':'"
            + KEY
            + "','name':'"
            + name
            + "','autoClose':true,'certAutoApprove':false,"
            + "'relativeDates':true,'businessStartDate':'"
            + start
            + "','businessEndDate':'"
            + end
            + "','businessDaysOfWeek':['monday','tuesday','wednesday','thursday','friday'],"
            + "'root':{'id':'root','name':'Root','parallel':false,'readOnly':false,'children':["
            + ApplyFixture.task("recon", title, due)
            + "]}}");
  }
}
