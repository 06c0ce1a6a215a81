package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.testing.Folders;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The text of a run's state and of an apply's record says what their JSON says: who has to act, by
/// which day, in whose calendar; who changed what, from what to what.
class StatusFactsTest {
  private static final String KEY = "close@2024-Q4";
  private static final String RECON = "Reconcile accounts receivable, United States";

  private final EmulatedCli cli = new EmulatedCli(TenChanges.BEFORE);
  @TempDir private Path folder;
  private Path project;

  @BeforeEach
  void apply() throws Exception {
    project = folder.resolve("close");
    Folders.copy(Path.of("samples/q4-close"), project);
    Folders.delete(project.resolve("rendered"));
    edit(
        "entity-close.template.yaml",
        "    parallel: false",
        "    calendar: es-madrid\n    parallel: false");
    run(0, "apply", "--yes");
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  private void edit(String file, String from, String to) throws Exception {
    new TenChanges.Edit(file, from, to).make(project);
  }

  private String run(int exit, String... words) {
    CliCase.CommandResult result = cli.run(project, words);
    assertEquals(exit, result.exit(), result.stdout() + result.stderr());
    return result.stdout();
  }

  private void act(String title, String what, String user) throws Exception {
    for (Json item : ((Json.Arr) JsonReader.read(cli.send("GET", "/_emulator/tasks"))).items()) {
      Json.Obj task = (Json.Obj) item;
      if (task.text("title").orElse("").equals(title)) {
        cli.send(
            "POST",
            "/_emulator/tasks/" + task.text("task").orElseThrow() + "/" + what,
            "{\"user\":\"" + user + "\"}");
        return;
      }
    }
    throw new AssertionError("no open task " + title);
  }

  /// The line of a task in the state of the run, after its facts were compared with the JSON.
  private String line(String title) throws Exception {
    String text = run(0, "status", KEY);
    ReportFacts.ofStatus(run(0, "status", KEY, "--format", "json"))
        .check(Map.of("status", text), "status");
    List<String> lines = text.lines().dropWhile(each -> !each.contains("\"" + title)).toList();
    String deeper = " ".repeat(lines.getFirst().indexOf(lines.getFirst().strip()) + 11);
    return lines.getFirst()
        + lines.stream()
            .skip(1)
            .takeWhile(each -> each.startsWith(deeper))
            .map(each -> "   " + each.strip())
            .collect(Collectors.joining());
  }

  /// Recon is due Tue 2025-01-07 and approved by Thu 2025-01-09 in the calendar of its group, in
  /// which Martin Luther King Jr. Day is worked.
  @Test
  void whoHasToActByWhenAndInWhoseCalendar() throws Exception {
    run(0, "run", "--yes", KEY);
    String open = line(RECON);
    assertTrue(open.contains("open") && open.contains("Sam Okafor   "), open);
    assertTrue(
        open.endsWith("due Tue 2025-01-07   then Dana Whitfield approves by Thu 2025-01-09"), open);
    act(RECON, "complete", "user-analyst-001");
    cli.setToday(LocalDate.of(2025, 1, 9));
    String submitted = line(RECON);
    assertTrue(submitted.contains("Dana Whitfield approves"), submitted);
    assertTrue(submitted.endsWith("by  Thu 2025-01-09   today"), submitted);
    cli.setToday(LocalDate.of(2025, 1, 21));
    String late = line(RECON);
    assertTrue(late.contains("OVERDUE") && late.endsWith("   8 business days late"), late);
    act(RECON, "reject", "user-manager-001");
    String returned = line(RECON);
    assertTrue(returned.contains("Sam Okafor, returned"), returned);
    assertTrue(
        returned.endsWith(
            "due Tue 2025-01-07   10 business days late   then Dana Whitfield approves"
                + " by Thu 2025-01-09"),
        returned);
    act(RECON, "complete", "user-analyst-001");
    act(RECON, "approve", "user-manager-001");
    String done = line(RECON);
    assertTrue(done.contains("done") && !done.contains("approves"), done);
    assertTrue(done.contains("last changed ") && done.endsWith(" by Dana Whitfield"), done);
  }

  /// An edit made in Workiva that is undone, a new approver, a new title, a new task.
  @Test
  void aRecordSaysInTextWhatItSaysInJson() throws Exception {
    Json.Obj list = (Json.Obj) JsonReader.read(cli.send("GET", "/processes"));
    String id = ((Json.Obj) list.items("data").getFirst()).text("id").orElseThrow();
    cli.send(
        "POST",
        "/_emulator/processes/" + id + "/edit",
        "{\"user\":\"user-analyst-002\",\"set\":{\"/dueDate\":\"2025-01-28\"}}");
    edit("close.process.yaml", "dueDate: WD15", "dueDate: WD13");
    edit("close.process.yaml", "revenue commentary", "revenue and margin commentary");
    edit("people.yaml", "manager: dana", "manager: tom");
    String[] plan = {"plan", "--save", "p.json", "--overwrite-live", KEY + ":dueDate"};
    run(0, plan);
    InProcessCli ci =
        cli.client(project)
            .variable("PROCC_AUTHOR", "dana-w")
            .variable("PROCC_PULL_REQUEST", "42")
            .variable("PROCC_COMMIT", "4f2a91c")
            .variable("PROCC_APPROVER", "priya-s")
            .variable("PROCC_APPROVED_AT", "2024-12-16T10:00:00Z");
    CliCase.CommandResult applied =
        ci.run("apply", "p.json", "--reason", "agreed with the controller");
    assertEquals(0, applied.exit(), applied.stdout() + applied.stderr());
    String text = run(0, "log", KEY, "--record", "2");
    String json = run(0, "log", KEY, "--record", "2", "--format", "json");
    ReportFacts.ofRecord(json).check(Map.of("record", text), "record");
    for (String fact :
        List.of(
            "Asked by       dana-w, request 42, commit 4f2a91c",
            "Reason         agreed with the controller",
            "Approved by    priya-s, Mon 2024-12-16 10:00 UTC",
            "process due: Tue 2025-01-28 -> Tue 2025-01-21, by the rule WD13 (edited in Workiva"
                + " too, close.process.yaml:12)",
            "approver of task \"Explain flux, EMEA\": Dana Whitfield -> Tom Becker (people.yaml:5)",
            "Lifted         ",
            ", applied as shown")) {
      assertTrue(text.contains(fact), () -> fact + " is not in\n" + text);
    }
  }
}
