package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `vars`, `explain` and `render` show of values is whole and true, and says where each is
/// from.
class ShownValuesTest {
  @TempDir Path temporary;
  private Path project;

  @BeforeEach
  void makeProject() throws IOException {
    project = temporary.toRealPath().resolve("close");
    new InProcessCli(temporary)
        .run("init", project.toString(), "--calendar", "us", "--period", "2026-Q1");
  }

  private String text(String path) throws IOException {
    return Files.readString(project.resolve(path));
  }

  private void change(String from, String to) throws IOException {
    String before = text("close.process.yaml");
    assertTrue(before.contains(from), before);
    Files.writeString(project.resolve("close.process.yaml"), before.replace(from, to));
  }

  private CliCase.CommandResult run(String command) {
    return new InProcessCli(project).run(command.split(" "));
  }

  @Test
  void aListIsWholeInJsonAndHasNoComments() throws Exception {
    change(
        "variables:\n",
        """
        variables:
          names:
            type: list
            default:
              - alpha # the first
              - "a very long name, with a # in it, that goes on and on and on"
              - 3
        """);
    Json.Obj vars = (Json.Obj) JsonReader.read(run("vars --format json").stdout());
    Json.Obj process = (Json.Obj) vars.items("processes").getFirst();
    Json names =
        process.items("variables").stream()
            .map(Json.Obj.class::cast)
            .filter(variable -> variable.text("name").orElse("").equals("names"))
            .findFirst()
            .orElseThrow()
            .get("value");
    assertEquals(
        "[\"alpha\",\"a very long name, with a # in it, that goes on and on and on\",3]",
        names.write());
    String shown = run("vars").stdout();
    assertTrue(shown.contains("names = [alpha, \"a very long name, with a"), shown);
    assertFalse(shown.contains("the first"), shown);
  }

  /// What the environment holds may be for another project, but not what differs in case alone.
  @Test
  void aVariableOfTheEnvironmentInAnotherCaseIsToldOf() {
    InProcessCli other = new InProcessCli(project).variable("PROCC_VAR_limit", "1");
    assertEquals(0, other.run("lint").exit());
    InProcessCli upper = new InProcessCli(project).variable("PROCC_VAR_THRESHOLD", "1");
    CliCase.CommandResult told = upper.run("lint");
    assertEquals(3, told.exit(), told.stdout());
    assertTrue(
        told.stdout().contains("\"THRESHOLD\" is not declared")
            && told.stdout().contains("did you mean \"threshold\"?"),
        told.stdout());
    InProcessCli exact = new InProcessCli(project).variable("PROCC_VAR_threshold", "2");
    assertTrue(exact.run("vars").stdout().contains("threshold = 2 "), exact.stdout());
  }

  /// A file of variables has the path that it has in the project, from wherever it was named;
  /// another of that name is not meant.
  @Test
  void aFindingInAFileOfVariablesNamesThatFile() throws IOException {
    Path folder = Files.createDirectories(project.resolve("box"));
    for (Path each : List.of(folder, project, temporary.toRealPath())) {
      Files.writeString(each.resolve("v.yaml"), "treshold: 1\n");
    }
    for (String[] named :
        new String[][] {
          {"v.yaml", "v.yaml", "box/v.yaml"},
          {"../v.yaml", "../v.yaml", "v.yaml"},
          {"../../v.yaml", "../../v.yaml", "/v.yaml"}
        }) {
      InProcessCli text = new InProcessCli(folder);
      String told = text.run("lint", "--var-file", named[0]).stdout();
      assertTrue(told.contains("\n  " + named[1] + ":1:1\n"), told);
      InProcessCli sarif = new InProcessCli(folder);
      String report = sarif.run("lint", "--format", "sarif", "--var-file", named[0]).stdout();
      assertTrue(
          report.contains((named[2].startsWith("/") ? "" : "\"uri\": \"") + named[2] + "\""),
          report);
    }
    Files.writeString(folder.resolve("v.yaml"), "a: 1\nb: [\n");
    CliCase.CommandResult broken = new InProcessCli(folder).run("lint", "--var-file", "v.yaml");
    assertEquals(1, broken.exit());
    assertTrue(
        broken.stderr().contains("\"box/v.yaml\" is not one YAML document: line "),
        broken.stderr());
  }

  /// Where there is no value because of an error, the error is told, not that there is none.
  @Test
  void whatDoesNotCompileIsToldByItsErrors() throws IOException {
    assertEquals(0, run("explain value close/commentary:assignee").exit());
    assertEquals(0, run("explain date close/commentary").exit());
    assertEquals(7, run("explain value close@2026-Q1/commentary:asignee").exit());
    change("dueDate: WD15", "dueDate: WD15 + nonsense");
    for (String asked :
        List.of("explain value close@2026-Q1:dueDate", "explain date close:dueDate")) {
      CliCase.CommandResult told = run(asked);
      assertEquals(3, told.exit(), asked);
      assertTrue(told.stderr().contains("error[PC201] date-syntax"), asked + told.stderr());
    }
    change("key: close", "key: [close");
    CliCase.CommandResult told = run("explain value close@2026-Q1:dueDate");
    assertEquals(3, told.exit(), told.stderr());
  }

  @Test
  void theWayOutOfAStaleBodyCanBePasted() {
    InProcessCli cli = new InProcessCli(temporary);
    CliCase.CommandResult stale =
        cli.run("render", "-C", "close", "--check", "my bodies", "--var", "threshold=a b", "close");
    assertEquals(3, stale.exit(), stale.stderr());
    assertTrue(
        stale
            .stderr()
            .endsWith(
                "help: procc render --write 'my bodies' -C close --var 'threshold=a b' close\n"),
        stale.stderr());
    assertEquals(64, run("render --write a --check b").exit());
  }

  @Test
  void aPeriodIsFoundInLowerCaseToo() {
    CliCase.CommandResult next = run("roll-forward --from 2026-q1 --dry-run");
    assertEquals(0, next.exit(), next.stderr());
  }
}
