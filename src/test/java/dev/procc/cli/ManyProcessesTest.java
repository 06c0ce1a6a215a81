package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.testing.Folders;
import dev.procc.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Closes that are all changed by the same two edits: every rendering tells the edits once, with 13
/// closes as goldens; `-Dmany.processes=61` takes more.
class ManyProcessesTest {
  private static final Path GOLDENS = Path.of("src/test/resources/many-processes");
  private static final List<String> GOLDEN =
      List.of("plan.txt", "comment.md", "page.html", "impact.txt", "impact.md", "diff.txt");
  private static final int PROCESSES = Integer.getInteger("many.processes", 13);

  @TempDir private Path folder;

  /// A file of closes that use the template and the calendar of the sample.
  private static String closes() {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i <= PROCESSES; i++) {
      out.append(i == 1 ? "" : "---\n")
          .append(
              """
              procc: v1
              kind: Process
              key: KEY
              name: "Entity NN, {{ period.label }}"
              variables:
                threshold: { type: string }
              calendar: us-close
              businessStartDate: period.start
              businessEndDate: last business day of month after period
              dueDate: WD15
              relativeDates: false
              autoClose: true
              certAutoApprove: false
              defaults:
                approver: manager
                approverDueDate: dueDate + 2bd
              root:
                name: Close Workflow
                parallel: false
                children:
                  - use: entity-close
                    with: { label: Entity NN, accountant: sam, threshold: "{{ threshold }}" }
              """
                  .replace("KEY", key(i))
                  .replace("NN", "" + i));
    }
    return out.toString();
  }

  private static String key(int number) {
    return "close-" + number;
  }

  @Test
  void areToldAsOne() throws Exception {
    Path project = project();
    try (EmulatedCli cli = new EmulatedCli(TenChanges.BEFORE)) {
      run(cli, project, 0, "apply", "--yes");
      Folders.copy(project, folder.resolve("base"));
      edit(project);
      Map<String, String> files = plan(cli, project, 0);
      for (String name : List.of("plan.txt", "comment.md", "page.html")) {
        assertEquals(1, count(files.get(name), "Why not in place"), name);
      }
      compare(cli, project, files);
      for (String name : GOLDEN) {
        check(name, files.get(name), "process due|Process due");
      }
    }
  }

  private Path project() throws Exception {
    Path project = folder.resolve("closes");
    Folders.copy(Path.of("samples/q4-close"), project);
    Folders.delete(project.resolve("rendered"));
    Files.writeString(project.resolve("close.process.yaml"), closes());
    Path period = project.resolve("2024-Q4.period.yaml");
    List<String> keys =
        IntStream.rangeClosed(1, PROCESSES).mapToObj(ManyProcessesTest::key).toList();
    Files.writeString(period, Files.readString(period).replace("[close]", keys.toString()));
    return project;
  }

  private static void edit(Path project) throws Exception {
    for (String name : List.of("holiday", "approver")) {
      for (TenChanges.Edit edit : TenChanges.CHANGES.getOrDefault(name, List.of())) {
        edit.make(project);
      }
    }
  }

  /// The renderings of a plan, which contain the same facts.
  private static Map<String, String> plan(EmulatedCli cli, Path project, int exit)
      throws Exception {
    String[] save = {"--save", "p.json", "--md-out", "p.md", "--html-out", "p.html"};
    Map<String, String> files = new LinkedHashMap<>();
    files.put("plan.txt", run(cli, project, exit, words("plan", save)));
    files.put("detail.txt", run(cli, project, 0, "show", "p.json", "--detail"));
    files.put("comment.md", TenChanges.read(project.resolve("p.md")));
    files.put("page.html", TenChanges.read(project.resolve("p.html")));
    PlanFacts.ofPlan(Files.readString(project.resolve("p.json")))
        .check(files, "detail.txt", "comment.md", "page.html");
    return files;
  }

  /// @param once what is told once
  private static void check(String name, String text, String once) throws Exception {
    assertEquals(1, count(text, once), name);
    assertTrue(text.contains(PROCESSES + " processes, the same 2 changes"), text);
    if (PROCESSES == 13) {
      String ids = "\\b[0-9a-f]{32}\\b";
      Golden.check(
          GOLDENS.resolve(name), TenChanges.body(text).replaceAll(ids, "9c4c657356008aba"));
    }
  }

  /// The bodies, each written when it is made, are one array: on standard output and in a file.
  @Test
  void areRenderedAsOneArray() throws Exception {
    Path project = project();
    String all = new InProcessCli(project).run("render").stdout();
    assertTrue(all.length() > 1 << 14, "small enough to be written at once: " + all.length());
    Json.Arr bodies = assertInstanceOf(Json.Arr.class, JsonReader.read(all));
    assertEquals(PROCESSES, bodies.items().size());
    assertEquals(bodies.pretty(), all);
    assertEquals(0, new InProcessCli(project).run("render", "--output", "all.json").exit());
    assertEquals(all, Files.readString(project.resolve("all.json")));
    String one = new InProcessCli(project).run("render", key(1) + "@2024-Q4").stdout();
    assertTrue(bodies.items().contains(JsonReader.read(one)), one);
  }

  /// The same edits of closes with current runs: one list of manual steps.
  @Test
  void stepsByHandOfRunsAreToldAsOne() throws Exception {
    Path project = project();
    try (EmulatedCli cli = new EmulatedCli(TenChanges.BEFORE)) {
      run(cli, project, 0, "apply", "--yes");
      for (int i = 1; i <= PROCESSES; i++) {
        run(cli, project, 0, "run", "--yes", key(i) + "@2024-Q4");
      }
      edit(project);
      Map<String, String> files = plan(cli, project, 0);
      for (String name : List.of("plan.txt", "comment.md", "page.html")) {
        boolean counted = name.equals("plan.txt");
        check(
            "running-" + name,
            files.get(name),
            counted ? "\\d+ dates move," : "process due|Process due");
      }
    }
  }

  /// The same edits without the live processes: the impact and the difference.
  private static void compare(EmulatedCli cli, Path project, Map<String, String> files)
      throws Exception {
    String[] base = {"--base", "../base"};
    files.put("impact.txt", run(cli, project, 0, words("impact", base, "--md-out", "i.md")));
    files.put("impact.md", TenChanges.read(project.resolve("i.md")));
    files.put("impact.detail.txt", run(cli, project, 0, words("impact", base, "--detail")));
    String json = run(cli, project, 0, words("impact", base, "--format", "json"));
    ReportFacts.ofImpact(json).check(files, "impact.detail.txt");
    files.put("diff.txt", run(cli, project, 0, words("diff", base)));
    files.put("diff.html", run(cli, project, 0, words("diff", base, "--format", "html")));
  }

  private static String[] words(String command, String[] words, String... more) {
    return Stream.of(new String[] {command}, words, more)
        .flatMap(Stream::of)
        .toArray(String[]::new);
  }

  private static int count(String text, String regex) {
    return (int) Pattern.compile(regex).matcher(text).results().count();
  }

  private static String run(EmulatedCli cli, Path project, int exit, String... words) {
    CliCase.CommandResult result = cli.run(project, words);
    assertEquals(exit, result.exit(), result.stdout() + result.stderr());
    return TenChanges.settled(result.stdout());
  }
}
