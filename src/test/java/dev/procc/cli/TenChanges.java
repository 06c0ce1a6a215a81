package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Ten changes of the close that a reviewer meets, each in every rendering: the plan as text,
/// comment, page and JSON, the impact as text and comment, and the list of manual steps of the run.
final class TenChanges implements AutoCloseable {
  static final LocalDate BEFORE = LocalDate.of(2024, 12, 16);
  private static final LocalDate RUNNING = LocalDate.of(2025, 1, 7);
  private static final Edit HOLIDAY =
      new Edit(
          "calendars.yaml",
          "  - { date: 2025-01-20, name",
          "  - { date: 2025-01-09, name: National Day of Mourning }\n  - { date: 2025-01-20, name");
  private static final Edit DUE = new Edit("close.process.yaml", "dueDate: WD15", "dueDate: WD13");

  /// The edits of each change, by its name.
  static final Map<String, List<Edit>> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put("holiday", List.of(HOLIDAY));
    CHANGES.put("approver", List.of(new Edit("people.yaml", "manager: dana", "manager: tom")));
    CHANGES.put("added-task", List.of(addedTask()));
    CHANGES.put(
        "title",
        List.of(
            new Edit("close.process.yaml", "revenue commentary", "revenue and margin commentary")));
    CHANGES.put(
        "parallel",
        List.of(
            new Edit("entity-close.template.yaml", "parallel: false", "parallel: true"),
            new Edit("entity-close.template.yaml", "task(recon-ar).done + 1bd", "WD6")));
    CHANGES.put("due-date", List.of(DUE));
    CHANGES.put(
        "csv-row", List.of(new Edit("entities.csv", "elena\n", "elena\napac,Asia Pacific,sam\n")));
    CHANGES.put(
        "away-with-cover",
        List.of(
            new Edit(
                "people.yaml",
                "name: Sam Okafor }",
                "name: Sam Okafor, away: [{ from: 2025-01-06, to: 2025-01-17, cover: tom }] }")));
    CHANGES.put(
        "relative-dates-and-holiday",
        List.of(
            new Edit("close.process.yaml", "relativeDates: false", "relativeDates: true"),
            HOLIDAY));
    CHANGES.put("conflicting-edit", List.of(DUE));
  }

  private final Path folder;
  private final EmulatedCli notStarted = new EmulatedCli(BEFORE);
  private final EmulatedCli started = new EmulatedCli(BEFORE);

  /// An edit of a file of the project.
  record Edit(String file, String from, String to) {
    void make(Path project) throws IOException, JsonException {
      Path at = project.resolve(file);
      String text = Files.readString(at);
      assertTrue(text.contains(from), from);
      Files.writeString(at, text.replace(from, to));
    }
  }

  private static Edit addedTask() {
    return new Edit(
        "entity-close.template.yaml",
        "        dueDate: task(recon-ar).done + 1bd\n",
        """
                dueDate: task(recon-ar).done + 1bd
              - sendTask: intercompany
                title: Review intercompany eliminations, {{ label }}
                assignee: "{{ accountant }}"
                dueDate: WD8
        """);
  }

  /// @param folder an empty one
  TenChanges(Path folder) throws IOException, JsonException {
    this.folder = folder;
    Path base = folder.resolve("base");
    Folders.copy(Path.of("samples/q4-close"), base);
    Folders.delete(base.resolve("rendered"));
    Folders.copy(base, folder.resolve("not-started"));
    Folders.copy(base, folder.resolve("running"));
    run(notStarted, "not-started", Set.of(0), "apply", "--yes");
    run(started, "running", Set.of(0), "apply", "--yes");
    run(started, "running", Set.of(0), "run", "--yes", "close@2024-Q4");
    doFirstTask();
    started.setToday(RUNNING);
  }

  /// Completes and approves the reconciliation of the United States.
  private void doFirstTask() throws IOException, JsonException {
    for (Json item :
        ((Json.Arr) JsonReader.read(started.send("GET", "/_emulator/tasks"))).items()) {
      Json.Obj task = (Json.Obj) item;
      if (task.text("title").orElse("").equals("Reconcile accounts receivable, United States")) {
        String path = "/_emulator/tasks/" + task.text("task").orElseThrow();
        started.send("POST", path + "/complete", "{\"user\":\"user-analyst-001\"}");
        started.send("POST", path + "/approve", "{\"user\":\"user-manager-001\"}");
      }
    }
  }

  /// All renderings of a change, by file name.
  Map<String, String> render(String name) throws IOException, JsonException {
    Path project = edited(name, "not-started");
    if (name.equals("conflicting-edit")) {
      notStarted.send(
          "POST",
          "/_emulator/processes/" + id() + "/edit",
          "{\"user\":\"user-analyst-002\",\"set\":{\"/dueDate\":\"2025-01-28\"}}");
    }
    Map<String, String> files = new TreeMap<>();
    Set<Integer> planned = Set.of(0, 2, 4);
    String place = project.getFileName().toString();
    files.put(
        "plan.txt",
        run(
            notStarted,
            place,
            planned,
            "plan",
            "--save",
            "plan.json",
            "--md-out",
            "comment.md",
            "--html-out",
            "page.html"));
    files.put("detail.txt", run(notStarted, place, Set.of(0), "show", "plan.json", "--detail"));
    files.put("plan.json", read(project.resolve("plan.json")));
    files.put("comment.md", read(project.resolve("comment.md")));
    files.put("page.html", read(project.resolve("page.html")));
    files.put(
        "impact.txt",
        run(notStarted, place, planned, "impact", "--base", "../base", "--md-out", "impact.md"));
    files.put("impact.md", read(project.resolve("impact.md")));
    String[] impact = {"impact", "--base", "../base", "--detail"};
    files.put("impact.detail.txt", run(notStarted, place, planned, impact));
    impact = new String[] {"impact", "--base", "../base", "--format", "json"};
    files.put("impact.json", run(notStarted, place, planned, impact));
    impact = new String[] {"impact", "--base", "../base", "--format", "html"};
    files.put("impact.html", run(notStarted, place, planned, impact));
    Path run = edited(name, "running");
    String there = run.getFileName().toString();
    files.put(
        "hands.txt",
        run(
            started,
            there,
            planned,
            "plan",
            "--run",
            "close@2024-Q4",
            "--save",
            "hands.json",
            "--md-out",
            "hands.md",
            "--html-out",
            "hands.html"));
    files.put("hands.detail.txt", run(started, there, Set.of(0), "show", "hands.json", "--detail"));
    files.put("hands.json", read(run.resolve("hands.json")));
    files.put("hands.md", read(run.resolve("hands.md")));
    files.put("hands.html", read(run.resolve("hands.html")));
    return files;
  }

  private Path edited(String name, String state) throws IOException, JsonException {
    Path project = folder.resolve(name + "-" + state);
    Folders.copy(folder.resolve(state), project);
    for (Edit edit : CHANGES.getOrDefault(name, List.of())) {
      edit.make(project);
    }
    return project;
  }

  private String id() throws IOException, JsonException {
    Json.Obj list = (Json.Obj) JsonReader.read(notStarted.send("GET", "/processes"));
    return ((Json.Obj) list.items("data").getFirst()).text("id").orElseThrow();
  }

  private String run(EmulatedCli cli, String place, Set<Integer> exits, String... words) {
    CliCase.CommandResult result = cli.run(folder.resolve(place), words);
    String all = result.stdout() + result.stderr();
    assertTrue(exits.contains(result.exit()), () -> String.join(" ", words) + "\n" + all);
    return settled(result.stdout());
  }

  static String read(Path file) throws IOException, JsonException {
    return settled(Files.readString(file));
  }

  /// The part of a page that differs from other pages; any other text is returned unchanged.
  static String body(String text) {
    int from = text.indexOf("<body>");
    return from < 0 ? text : text.substring(from);
  }

  /// The text without the port of the emulator and what depends on it.
  static String settled(String text) {
    return text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:8089")
        .replaceAll("\\b[0-9a-f]{64}\\b", "5e1d0c7a9b42")
        .replaceAll("(?<=[Pp]lan )(`?)[0-9a-f]{12}\\b", "$15e1d0c7a9b42");
  }

  @Override
  public void close() {
    notStarted.close();
    started.close();
  }
}
