package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several processes in one run: what is read, and what happens to the others if one fails.
class PortfolioTest {
  private static final List<String> KEYS = List.of("a", "b", "c", "d", "e");

  @TempDir Path dir;
  @AutoClose private final EmulatedCli cli = new EmulatedCli();

  @BeforeEach
  void serve() throws Exception {
    for (String key : KEYS) {
      write(key, "2025-01-15", "");
    }
    assertEquals(0, procc("apply", "--yes").exit());
  }

  @Test
  void oneListTellsWhatMovedAndOnlyThatIsRead() throws Exception {
    write("c", "2025-01-16", "");
    cli.send("DELETE", "/_emulator/requests");
    CliCase.CommandResult plan = procc("plan", "--verbose", "--detailed-exitcode");
    assertEquals(2, plan.exit(), plan.stdout());
    assertTrue(plan.stderr().contains("4 processes were not read"), plan.stderr());
    assertTrue(plan.stdout().contains("1 to change in place, 4 unchanged"), plan.stdout());
    assertEquals(1, calls("listProcesses"));
    assertEquals(1, calls("getProcess"));
    cli.send("DELETE", "/_emulator/requests");
    procc("plan", "--full");
    assertEquals(1, calls("listProcesses"));
    assertEquals(5, calls("getProcess"));
  }

  @Test
  void oneThatIsRefusedStopsAllBeforeAnythingIsWritten() throws Exception {
    for (String key : KEYS) {
      write(key, "2025-01-16", key.equals("b") ? "safety: { maxDateShiftDays: 0 }\n" : "");
    }
    assertEquals(4, procc("plan", "--detailed-exitcode").exit());
    cli.send("DELETE", "/_emulator/requests");
    CliCase.CommandResult applied = procc("apply", "--yes");
    assertEquals(4, applied.exit());
    assertTrue(applied.stdout().contains("not-started  a"), applied.stdout());
    assertTrue(applied.stdout().contains("--max-date-shift-days 1\n"), applied.stdout());
    assertTrue(applied.stdout().contains("0 processes changed, 5 not"), applied.stdout());
    assertEquals(0, calls("patchProcess"));
    CliCase.CommandResult others = procc("apply", "--yes", "a", "c", "d", "e");
    assertEquals(0, others.exit(), others.stdout());
    assertEquals(4, procc("plan", "--detailed-exitcode").exit(), "b is still refused");
  }

  @Test
  void oneThatFailsLeavesTheOthersDoneAndSaysSo() throws Exception {
    for (String key : KEYS) {
      write(key, "2025-01-16", "");
    }
    cli.send(
        "PUT",
        "/_emulator/faults",
        "{\"faults\":[{\"on\":\"patchProcess\",\"do\":\"fail-before\",\"status\":400,\"nth\":2},"
            + "{\"on\":\"patchProcess\",\"do\":\"rate-limit\",\"nth\":4,\"seconds\":1}]}");
    CliCase.CommandResult applied = procc("apply", "--yes");
    assertEquals(6, applied.exit(), applied.stdout());
    assertTrue(applied.stderr().contains("rate limit: asked to wait 1 s"), applied.stderr());
    assertTrue(applied.stdout().contains("4 processes changed, 1 not"), applied.stdout());
    for (String key : KEYS) {
      String verdict = key.equals("b") ? "failed" : "applied";
      assertTrue(applied.stdout().contains(verdict + "  " + key + "  "), applied.stdout());
    }
    CliCase.CommandResult plan = procc("plan", "--detailed-exitcode");
    assertEquals(2, plan.exit());
    assertTrue(plan.stdout().contains("1 to change in place, 4 unchanged"), plan.stdout());
    assertEquals(0, procc("apply", "--yes").exit());
    assertEquals(0, procc("plan", "--detailed-exitcode").exit());
  }

  @Test
  void whereAllFailNothingIsPartial() throws Exception {
    write("a", "2025-01-16", "");
    cli.send(
        "PUT",
        "/_emulator/faults",
        "{\"faults\":[{\"on\":\"patchProcess\",\"do\":\"fail-before\",\"status\":400}]}");
    CliCase.CommandResult applied = procc("apply", "--yes", "--format", "json");
    assertEquals(1, applied.exit(), applied.stdout());
    Json.Obj answer = (Json.Obj) JsonReader.read(applied.stdout());
    assertEquals(Json.of(1), answer.get("exitCode"));
  }

  private void write(String key, String due, String more) throws Exception {
    Files.writeString(
        dir.resolve(key + ".process.yaml"),
        """
        procc: v1
        kind: Process
        key: %s
        name: Close of %s
        dueDate: %s
        %sautoClose: true
        certAutoApprove: false
        relativeDates: false
        root:
          name: Work
          parallel: false
          children:
            - { sendTask: t, title: Reconcile, assignee: { id: u1, type: user }, dueDate: 2024-12-13 }
        """
            .formatted(key, key, due, more));
  }

  private long calls(String operation) throws Exception {
    Json.Arr log = (Json.Arr) JsonReader.read(cli.send("GET", "/_emulator/requests"));
    return log.items().stream()
        .filter(one -> ((Json.Obj) one).text("operation").orElse("").equals(operation))
        .count();
  }

  private CliCase.CommandResult procc(String... words) {
    return cli.run(dir, words);
  }
}
