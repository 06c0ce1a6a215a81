package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.ValueKind;
import dev.procc.testing.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No command changes a process of a closed period: neither in Workiva, nor in its ledger, nor in
/// its definition.
class ClosedPeriodCliTest {
  private static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: a
      name: "Alpha {{ period.key }}"
      onRemoval: trash
      businessStartDate: 2024-11-01
      businessEndDate: 2024-11-29
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: Root
        parallel: false
        children:
          - { sendTask: t1, title: Task one, assignee: { id: u2 }, dueDate: 2024-11-05 }
          - { sendTask: t2, title: Task two, assignee: { id: u3 }, dueDate: 2024-11-06 }
      """;
  private static final String OLD = "a@2024-Q3";

  /// Commands that take a process and change nothing of it in Workiva.
  private static final Set<String> NO_WORK =
      Set.of(
          "lint",
          "render",
          "vars",
          "impact",
          "diff",
          "blame",
          "validate",
          "log",
          "state list",
          "state show",
          "state verify",
          // these change only the ledger
          "state mv",
          "state rebuild",
          "state forget");

  private final EmulatedCli cli = new EmulatedCli();
  @TempDir Path folder;

  @BeforeEach
  void apply() throws Exception {
    Files.writeString(folder.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
    Files.writeString(folder.resolve("a.process.yaml"), PROCESS);
    period("2024-Q3", "open");
    period("2024-Q4", "open");
    procc(0, "apply", "--yes");
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  /// Each kind of work on a process, and the state before the period is closed.
  private enum Before {
    AS_APPLIED,
    REPLACED,
    EDITED,
    TRASHED,
    RUNNING
  }

  private static Map<List<String>, Before> ways() {
    Map<List<String>, Before> ways = new LinkedHashMap<>();
    ways.put(List.of("trash", "--yes", OLD), Before.AS_APPLIED);
    ways.put(List.of("trash", "--yes", "--changed", "--unprotect", OLD), Before.EDITED);
    ways.put(List.of("rollback", "--yes", OLD), Before.REPLACED);
    ways.put(List.of("restore", "--yes", OLD), Before.TRASHED);
    ways.put(List.of("run", "--yes", OLD), Before.AS_APPLIED);
    ways.put(List.of("amend", "--yes", OLD), Before.RUNNING);
    ways.put(List.of("plan", "--run", OLD), Before.RUNNING);
    ways.put(List.of("status", "--confirm", OLD), Before.RUNNING);
    ways.put(List.of("adopt", OLD, "ID"), Before.EDITED);
    ways.put(List.of("adopt", "--instead", OLD, "ID"), Before.AS_APPLIED);
    ways.put(List.of("keep", "--reason", "x", OLD + ":name"), Before.EDITED);
    ways.put(List.of("keep", "--end", OLD + ":name"), Before.EDITED);
    ways.put(List.of("pull", "--yes", OLD), Before.EDITED);
    ways.put(List.of("pull", "--yes", "--where", "period", OLD + ":name"), Before.EDITED);
    ways.put(List.of("drift", OLD), Before.EDITED);
    ways.put(List.of("apply", "--yes", OLD), Before.EDITED);
    ways.put(List.of("apply", "--yes", "--replace", OLD), Before.AS_APPLIED);
    return ways;
  }

  @Test
  void noCommandTouchesIt() throws Exception {
    for (Map.Entry<List<String>, Before> way : ways().entrySet()) {
      begin(way.getValue());
      period("2024-Q3", "closed");
      Map<String, String> before = everything();
      String id = live().getLast().text("id").orElseThrow();
      List<String> words = new ArrayList<>(way.getKey());
      words.replaceAll(word -> word.equals("ID") ? id : word);
      CliCase.CommandResult result = cli.run(folder, words.toArray(String[]::new));
      String said = words + "\n" + result.stdout() + result.stderr();
      assertTrue(
          List.of(ExitCode.REFUSED, ExitCode.NO_MATCH).contains(result.exit()),
          () -> result.exit() + " " + said);
      assertTrue(said.contains("closed"), said);
      assertTrue(said.contains("open to work on it"), said);
      assertEquals(before, everything(), said);
    }
  }

  /// Every command with a process as its operand is tried above, or changes nothing of a process.
  @Test
  void everyCommandThatTakesAProcessIsTried() {
    Set<String> tried = new TreeSet<>(NO_WORK);
    ways().keySet().forEach(words -> tried.add(words.getFirst()));
    List<String> untried = new ArrayList<>();
    for (Command command : Commands.all()) {
      ValueKind kind = command.options().operandKind(0);
      if ((kind == ValueKind.PROCESS || kind == ValueKind.ADDRESS)
          && !tried.contains(command.name())) {
        untried.add(command.name());
      }
    }
    assertEquals(List.of(), untried);
  }

  /// A pull of everything, or of a key in both periods, ignores the edits of the closed period.
  @Test
  void aPullWritesTheEditsOfOpenPeriodsAlone() throws Exception {
    for (List<String> words : List.of(List.of("pull", "--yes"), List.of("pull", "--yes", "a"))) {
      begin(Before.EDITED);
      cli.send(
          "POST",
          "/_emulator/processes/" + id("Alpha 2024-Q4") + "/edit",
          "{\"user\":\"olga\",\"set\":{\"/autoClose\":false}}");
      period("2024-Q3", "closed");
      Map<String, String> expected = everything();
      expected.computeIfPresent(
          folder.resolve("a.process.yaml").toString(),
          (path, text) -> text.replace("autoClose: true", "autoClose: false"));
      String said = procc(0, words.toArray(String[]::new));
      assertEquals(expected, everything(), said);
    }
    period("2024-Q4", "closed");
    String said = procc(4, "pull", "--yes", "a");
    assertTrue(said.contains("its period is closed"), said);
  }

  @Test
  void aRemovedDefinitionTrashesNothingOfAClosedPeriod() throws Exception {
    Files.delete(folder.resolve("a.process.yaml"));
    for (String period : List.of("2024-Q3: closed", "2024-Q4: open")) {
      Files.writeString(
          folder.resolve(period.substring(0, 7) + ".period.yaml"),
          "procc: v1\nkind: Period\nkey: "
              + period.replace(":", "\nstatus:")
              + "\nprocesses: []\n");
    }
    String plan = procc(0, "plan", "--allow-empty");
    assertTrue(plan.contains("its period is closed: it is out of reach"), plan);
    assertTrue(plan.contains("1 to trash"), plan);
    procc(0, "apply", "--yes", "--allow-empty");
    assertEquals(List.of("Alpha 2024-Q3"), names());
    assertTrue(procc(0, "state", "list").contains(OLD));
  }

  @Test
  void aPeriodWithoutItsDocumentIsNotTakenForAnOpenOne() throws Exception {
    period("2024-Q3", "closed");
    Files.delete(folder.resolve("2024-Q3.period.yaml"));
    Map<String, String> before = everything();
    String plan = procc(0, "plan", "--detailed-exitcode");
    assertTrue(plan.contains("nothing says that it is not closed"), plan);
    String trashed = procc(4, "trash", "--yes", OLD);
    assertTrue(trashed.contains("bring back the document of period 2024-Q3"), trashed);
    assertEquals(before, everything());
    period("2024-Q3", "open");
    procc(0, "trash", "--yes", OLD);
  }

  @Test
  void aPlanSavedBeforeIsRefused() throws Exception {
    define("Task one", "Task 1");
    procc(0, "plan", "--save", "p.json");
    period("2024-Q3", "closed");
    Map<String, String> before = everything();
    String said = procc(4, "apply", "p.json");
    assertTrue(said.contains("set the status of period 2024-Q3 to open"), said);
    assertEquals(before, everything());
  }

  @Test
  void anApplyThatWasNotEndedWaitsUntilItIsOpen() throws Exception {
    define("{ id: u2 }", "{ id: u4 }");
    cli.send(
        "PUT",
        "/_emulator/faults",
        "{\"faults\":[{\"on\":\"trashProcess\",\"do\":\"fail-before\",\"status\":403,\"times\":0}]}");
    procc(6, "apply", "--yes", OLD);
    cli.send("PUT", "/_emulator/faults", "{\"faults\":[]}");
    period("2024-Q3", "closed");
    Map<String, String> before = everything();
    String said = procc(4, "apply", "--resume", "--yes");
    assertTrue(said.contains("its period is closed"), said);
    assertEquals(before, everything());
    period("2024-Q3", "open");
    procc(0, "apply", "--resume", "--yes");
  }

  private void begin(Before before) throws Exception {
    cli.send("POST", "/_emulator/reset");
    Folders.delete(folder.resolve("procc.state"));
    Files.writeString(folder.resolve("a.process.yaml"), PROCESS);
    period("2024-Q3", "open");
    procc(0, "apply", "--yes");
    switch (before) {
      case AS_APPLIED -> {}
      case REPLACED -> {
        define("{ id: u2 }", "{ id: u4 }");
        procc(0, "apply", "--yes");
      }
      case EDITED -> {
        cli.send(
            "POST",
            "/_emulator/processes/" + id("Alpha 2024-Q3") + "/edit",
            "{\"user\":\"olga\",\"set\":{\"/name\":\"Alpha 2024-Q3 by Olga\"}}");
      }
      case TRASHED -> procc(0, "trash", "--yes", OLD);
      case RUNNING -> {
        procc(0, "run", "--yes", OLD);
      }
    }
  }

  private void period(String key, String status) throws Exception {
    Files.writeString(
        folder.resolve(key + ".period.yaml"),
        "procc: v1\nkind: Period\nkey: " + key + "\nstatus: " + status + "\nprocesses: [a]\n");
  }

  private void define(String from, String to) throws Exception {
    Files.writeString(folder.resolve("a.process.yaml"), PROCESS.replace(from, to));
  }

  private String procc(int exit, String... words) {
    CliCase.CommandResult result = cli.run(folder, words);
    String said = result.stdout() + result.stderr();
    assertEquals(exit, result.exit(), () -> String.join(" ", words) + "\n" + said);
    return said;
  }

  private List<Json.Obj> live() throws Exception {
    List<Json.Obj> all = new ArrayList<>();
    for (Json item : ((Json.Obj) JsonReader.read(cli.send("GET", "/processes"))).items("data")) {
      all.add((Json.Obj) item);
    }
    return all;
  }

  private List<String> names() throws Exception {
    return live().stream().map(one -> one.text("name").orElseThrow()).toList();
  }

  /// The id of the live process whose name has this prefix.
  private String id(String name) throws Exception {
    for (Json.Obj one : live()) {
      if (one.text("name").orElseThrow().startsWith(name)) {
        return one.text("id").orElseThrow();
      }
    }
    throw new IllegalStateException(name + " is not among " + names());
  }

  /// The contents of Workiva, the ledger and the definitions.
  private Map<String, String> everything() throws Exception {
    Map<String, String> all = new TreeMap<>();
    for (Json.Obj one : live()) {
      String id = one.text("id").orElseThrow();
      all.put(id, one.write() + cli.send("GET", "/processes/" + id));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(file.toString(), Files.readString(file));
      }
    }
    return all;
  }
}
