package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.recover.Adoption;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The requests that a plan of a large portfolio makes to the server.
class ScaleTest {
  @TempDir Path dir;

  /// A workspace with so many processes, all recorded and as defined.
  private static List<DesiredProcess> seeded(ApplyFixture bench, int number) throws Exception {
    DesiredProcess close = ApplyFixture.close("Close", "Reconcile");
    String json = ProcessJson.body(close.process()).write();
    List<DesiredProcess> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      DesiredProcess one =
          ApplyFixture.desired(
              json.replace("close@2024-Q4", "close-" + i)
                  .replace("\"Close\"", "\"Close " + i + "\""));
      Json.Obj made = bench.api.create(ProcessJson.createBody(one.process()).body());
      LiveProcess live = ProcessJson.read(made);
      bench.store.save(
          Adoption.adopt("dev", bench.settings.origin(), one, live, null).entry(), "seeded");
      all.add(one);
    }
    bench.calls.clear();
    return all;
  }

  private static LiveSnapshot survey(ApplyFixture bench, List<DesiredProcess> all)
      throws Exception {
    Set<String> defined = new LinkedHashSet<>();
    all.forEach(one -> defined.add(one.identity()));
    return LiveSnapshot.read(
        bench.api,
        bench.store,
        new LiveSnapshot.SnapshotScope("dev", all, defined, null, Map.of(), false));
  }

  @Test
  void unchangedProcessesAreNotRead() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      List<DesiredProcess> all = seeded(bench, 1_200);
      assertEquals(1_200, survey(bench, all).skippedCount());
      assertEquals(List.of("LIST", "LIST"), bench.calls);
      String id = bench.entry("close-7").id();
      bench.control("POST", "/processes/" + id + "/edit", "{'set':{'/name':'Edited'}}");
      bench.calls.clear();
      assertEquals(1_199, survey(bench, all).skippedCount());
      assertEquals(3, bench.calls.size(), bench.calls.toString());
    }
  }

  @Tag("heavy")
  @Test
  void tenThousandUnchangedProcessesCostFifteenRequestsAtMost() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      List<DesiredProcess> all = seeded(bench, 10_000);
      Runtime.getRuntime().gc();
      long begun = System.nanoTime();
      LiveSnapshot survey = survey(bench, all);
      long millis = (System.nanoTime() - begun) / 1_000_000;
      assertEquals(10_000, survey.skippedCount());
      assertTrue(bench.calls.size() <= 15, bench.calls.toString());
      long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      System.out.println(
          "10,000 unchanged: "
              + bench.calls.size()
              + " requests, "
              + millis
              + " ms, "
              + used / (1 << 20)
              + " MB in use");
    }
  }
}
