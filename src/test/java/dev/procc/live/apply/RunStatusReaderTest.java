package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.apply.RunStatus.NodeState;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.plan.input.ProjectDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RunStatusReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 1, 8);

  private static LedgerEntry entry(String... pathsAndIds) {
    List<NodeRecord> lines = new ArrayList<>();
    for (int i = 0; i < pathsAndIds.length; i += 2) {
      lines.add(new NodeRecord(pathsAndIds[i], pathsAndIds[i + 1], Map.of(), Map.of()));
    }
    return LedgerEntry.empty("prod", "close@2024-Q4", "http://x").withLive("p1", 1L, "h", lines);
  }

  private static String job(String id, String status, String due) {
    return "{\"type\":\"job\",\"jobRun\":{\"id\":\"run-"
        + id
        + "\",\"job\":\""
        + id
        + "\",\"status\":\""
        + status
        + "\",\"actionStatus\":\"X\",\"arguments\":{\"type\":"
        + "\"sendTask\",\"sendTaskArgs\":{\"title\":\"Title "
        + id
        + "\",\"assignee\":{\"id\":"
        + "\"u1\",\"type\":\"user\"},\"dueDate\":\""
        + due
        + "\"}},\"metadata\":{\"type\":"
        + "\"sendTask\",\"sendTaskMetadata\":{\"permalink\":\"https://app/"
        + id
        + "\"}}}}";
  }

  private static String group(String id, boolean parallel, String... children) {
    return "{\"type\":\"group\",\"groupRun\":{\"id\":\"g-"
        + id
        + "\",\"name\":\""
        + id
        + "\",\"parallel\":"
        + parallel
        + ",\"status\":\"running\",\"children\":["
        + String.join(",", children)
        + "]}}";
  }

  /// The run of the goldens: one task is done, one is open today, one is overdue, three wait.
  private static RunStatus close() throws Exception {
    String run =
        "{\"id\":\"r1\",\"name\":\"Q4\",\"status\":\"running\",\"dueDate\":\"2025-01-24\","
            + "\"created\":{\"dateTime\":\"2025-01-02T09:00:00Z\"},\"root\":{\"id\":\"g0\","
            + "\"parallel\":false,\"children\":["
            + group(
                "entities",
                true,
                group(
                    "us",
                    false,
                    job("j1", "complete", "2025-01-06"),
                    job("j2", "running", "2025-01-08")),
                group(
                    "emea",
                    false,
                    job("j3", "running", "2025-01-06"),
                    job("j4", "waiting", "2025-01-08")))
            + ","
            + job("j5", "waiting", "2025-01-13")
            + ","
            + job("j6", "waiting", "2025-01-14")
            + "]}}";
    LedgerEntry entry =
        entry(
            "",
            "p1",
            "root",
            "r0",
            "entities",
            "e",
            "entities/us",
            "eu",
            "entities/us/recon-ar",
            "j1",
            "entities/us/flux",
            "j2",
            "entities/emea",
            "ee",
            "entities/emea/recon-ar",
            "j3",
            "entities/emea/flux",
            "j4",
            "intercompany",
            "j5",
            "commentary",
            "j6");
    return RunStatusReader.read(entry, (Json.Obj) JsonReader.read(run), ProjectDay.utc(TODAY));
  }

  @Test
  void aRunIsReadByTheAddressesOfTheDefinition() throws Exception {
    RunStatus status = close();
    List<String> lines = new ArrayList<>();
    for (RunStatus.NodeStatus row : status.nodes()) {
      lines.add(
          row.place().depth()
              + " "
              + row.place().address()
              + " "
              + (row.isGroup() ? "group" : row.state().label())
              + (row.order().waitsFor().isEmpty() ? "" : " for " + row.order().waitsFor())
              + (row.cannotBeOnTime() ? "; cannot be on time" : ""));
    }
    assertEquals(
        List.of(
            "0 entities group",
            "1 entities/us group",
            "2 entities/us/recon-ar done",
            "2 entities/us/flux open",
            "1 entities/emea group",
            "2 entities/emea/recon-ar OVERDUE",
            "2 entities/emea/flux waiting for entities/emea/recon-ar; cannot be on time",
            "0 intercompany waiting for entities",
            "0 commentary waiting for entities"),
        lines);
    assertEquals(6, status.jobCount());
    assertEquals("entities/emea/recon-ar", status.mostUrgent().orElseThrow().place().address());
    assertEquals(3, status.mostUrgent().orElseThrow().order().holdsUp());
    assertEquals("https://app/j3", status.mostUrgent().orElseThrow().ref().permalink());
    Map<NodeState, Integer> counts = new LinkedHashMap<>(status.counts());
    counts.values().removeIf(n -> n == 0);
    assertEquals("{DONE=1, OPEN=1, OVERDUE=1, WAITING=3}", counts.toString());
    assertFalse(status.hasFailed() || status.hasEnded());
    assertEquals("2025-01-02T09:00:00Z", status.run().started().orElseThrow());
    assertEquals("entities/emea/recon-ar", status.mostUrgent().orElseThrow().label());
  }

  @Test
  void theAnswerToRunNamesChildrenJobAndIsReadAlike() throws Exception {
    String run =
        "{\"id\":\"r1\",\"status\":\"running\",\"root\":{\"parallel\":true,\"children\":["
            + "{\"type\":\"job\",\"job\":{\"id\":\"x\",\"job\":\"j1\",\"status\":\"waiting\"}},"
            + "{\"type\":\"job\",\"job\":{\"id\":\"y\",\"status\":\"running\",\"arguments\":"
            + "{\"type\":\"sendTask\",\"sendTaskArgs\":{\"title\":\"Added by hand\"}}}}]}}";
    RunStatus status =
        RunStatusReader.read(
            entry("a", "j1"), (Json.Obj) JsonReader.read(run), ProjectDay.utc(TODAY));
    assertEquals(
        List.of("a", "Added by hand"), status.nodes().stream().map(r -> r.label()).toList());
    assertEquals(NodeState.WAITING, status.nodes().get(0).state());
    assertEquals("", status.nodes().get(0).order().waitsFor());
  }

  @Test
  void endsThatAreNotGoodAreFailures() throws Exception {
    for (String bad : List.of("cancelled", "error", "errorHold")) {
      String run = "{\"id\":\"r1\",\"status\":\"" + bad + "\",\"root\":{}}";
      assertTrue(
          RunStatusReader.read(entry(), (Json.Obj) JsonReader.read(run), ProjectDay.utc(TODAY))
              .hasFailed(),
          bad);
    }
  }

  @Test
  void aTimeIsADayInTheZoneOfTheProject() throws Exception {
    String done =
        job("j1", "complete", "2025-01-06")
            .replace(
                "\"actionStatus\"",
                "\"modified\":{\"dateTime\":\"2025-01-07T03:00:00Z\"},\"actionStatus\"");
    Json.Obj run =
        (Json.Obj)
            JsonReader.read(
                "{\"created\":{\"dateTime\":\"2025-01-02T23:30:00Z\"},\"root\":{\"children\":["
                    + done
                    + "]}}");
    Map<String, String> days =
        Map.of(
            "UTC", "2025-01-02 2025-01-07",
            "Asia/Tokyo", "2025-01-03 2025-01-07",
            "America/New_York", "2025-01-02 2025-01-06");
    days.forEach((zone, expected) -> {
      RunStatus status =
          RunStatusReader.read(entry("a", "j1"), run, new ProjectDay(TODAY, ZoneId.of(zone)));
      assertEquals(
          expected,
          status.run().startDay().orElseThrow()
              + " "
              + status.nodes().getFirst().ref().change().day().orElseThrow());
    });
  }
}
