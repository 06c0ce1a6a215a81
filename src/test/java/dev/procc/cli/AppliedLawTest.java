package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The law of `procc apply`: what was applied and read back is never a difference. The definitions
/// use everything that the language can say: they are imported from random bodies, whose processes
/// are deleted before the definitions are applied. The plan after each apply is empty, and stays
/// empty during a run and after it; one more field gives a plan that is empty again once it is
/// applied.
class AppliedLawTest {
  private static final int FEW = 8;
  private static final int MANY = 2_000;
  private static final List<String> UNSHOWN = List.of("ipmBetaEnabled: true", "iwmOptOut: false");

  /// Assumptions by which a server fills in, orders or leaves out values in other ways than the
  /// emulator does by default.
  private static final List<String> READINGS =
      List.of(
          "empty-text: absent",
          "set-order: sorted",
          "trigger-default: filled",
          "action-default: filled",
          "create-reply: brief",
          "process-flags: shown",
          "list-quirks: true-values",
          "next-link: relative",
          "patch-noop: stays",
          "revision-step: operation",
          "run-children: jobRun",
          "group-children: group",
          "status-casing: capitalised");

  @TempDir Path folder;

  @Test
  void aFewDefinitionsAreAppliedToAnEmptyPlan() throws Exception {
    applyDefinitions(FEW, 7, 8, 0);
  }

  /// The same law with servers under all of those assumptions at once.
  @Test
  void otherServersFillInOtherThings() throws Exception {
    applyDefinitions(4, 107, 4, 1);
  }

  /// `-Dprocc.seed=N` starts with another body, `-Dprocc.bodies=N` sets their number.
  @Tag("heavy")
  @Test
  void manyDefinitionsAreAppliedToAnEmptyPlan() throws Exception {
    int count = Integer.getInteger("procc.bodies", MANY);
    long first = Long.getLong("procc.seed", 20_000);
    applyDefinitions(count / 2, first, 50, 0);
    applyDefinitions(count - count / 2, first + count / 2, 10, 0.5);
  }

  /// Tries every definition, so that one run reports all that fail.
  ///
  /// @param size how many are tried with one server
  /// @param others the probability of each of the assumptions for that server
  private void applyDefinitions(int count, long first, int size, double others) throws Exception {
    List<String> failed = new ArrayList<>();
    int runs = 0;
    for (long seed = first; seed < first + count; seed += size) {
      try (EmulatedCli cli = new EmulatedCli()) {
        String readings = readings(new Random(seed), others);
        cli.send("PUT", "/_emulator/readings", readings);
        for (long one = seed; one < Math.min(seed + size, first + count); one++) {
          Path project = Files.createDirectories(folder.resolve("p" + one));
          Subject subject = new Subject(cli, project, readings);
          subject.tryOut(one);
          runs += subject.hasRun ? 1 : 0;
          failed.addAll(subject.failed);
        }
      }
    }
    assertEquals(List.of(), failed, failed.size() + " failed of " + count);
    assertEquals(true, runs > 0, "one was run");
  }

  private static String readings(Random random, double likely) {
    Json.Builder chosen = Json.object();
    for (String reading : READINGS) {
      if (random.nextDouble() < likely) {
        chosen.put(reading.substring(0, reading.indexOf(':')), reading.replaceFirst("^.*: ", ""));
      }
    }
    return chosen.build().write();
  }

  /// One definition in a project of its own.
  private static final class Subject {
    final List<String> failed = new ArrayList<>();
    private final EmulatedCli cli;
    private final Path project;
    private final String readings;
    private long seed;
    private boolean hasRun;

    Subject(EmulatedCli cli, Path project, String readings) {
      this.cli = cli;
      this.readings = readings;
      this.project = project;
    }

    void tryOut(long number) throws Exception {
      seed = number;
      Random random = new Random(seed);
      Files.writeString(project.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
      importBody(new RandomBody(random).body());
      if (random.nextInt(4) == 0) {
        addToDefinition(UNSHOWN.get(random.nextInt(UNSHOWN.size())));
      }
      if (random.nextBoolean()) {
        addToDefinition("name: Named " + seed);
      }
      String key = key();
      if (!isDone(0, "apply", "--yes", "--allow-past", "--allow-invalid", "--create-new", key)) {
        return;
      }
      expectEmptyPlan();
      if (cli.run(project, "run", key, "--yes").exit() == 0) {
        hasRun = true;
        expectEmptyPlan();
        Json.Arr runs = (Json.Arr) JsonReader.read(cli.send("GET", "/_emulator/runs"));
        for (Json run : runs.items()) {
          String id = ((Json.Obj) run).text("id").orElseThrow();
          String status = ((Json.Obj) run).text("status").orElse("").toLowerCase(Locale.ROOT);
          if (!status.startsWith("cancel") && !status.startsWith("complete")) {
            cli.send("POST", "/_emulator/runs/" + id + "/cancel", "{}");
          }
        }
        expectEmptyPlan();
      }
      addToDefinition("name: Renamed " + seed);
      if (isDone(0, "apply", "--yes", "--allow-invalid")) {
        expectEmptyPlan();
      }
    }

    private void importBody(Json.Obj body) throws Exception {
      Json.Obj created = (Json.Obj) JsonReader.read(cli.send("POST", "/processes", body.write()));
      String id = created.text("id").orElseThrow();
      isDone(0, "import", "--yes", id);
      cli.send("DELETE", "/processes/" + id);
      Folders.delete(project.resolve("procc.state"));
      Folders.delete(project.resolve(".procc"));
    }

    private void addToDefinition(String line) throws IOException {
      Path file = definition();
      String name = line.substring(0, line.indexOf(':'));
      String text = Files.readString(file).replaceAll("(?m)^" + name + ":.*\\R( +.*\\R|\\R)*", "");
      Files.writeString(file, text.replaceFirst("(?m)^root:", line + "\nroot:"));
    }

    private Path definition() throws IOException {
      try (Stream<Path> files = Files.walk(project)) {
        return files.filter(f -> f.toString().endsWith(".process.yaml")).findFirst().orElseThrow();
      }
    }

    private String key() throws IOException {
      return Files.readString(definition()).replaceFirst("(?s).*?\\nkey: (\\S+).*", "$1");
    }

    private void expectEmptyPlan() {
      isDone(0, "plan", "--detailed-exitcode", "--full");
      isDone(0, "plan", "--detailed-exitcode");
    }

    private boolean isDone(int exit, String... words) {
      CliCase.CommandResult result = cli.run(project, words);
      if (result.exit() != exit) {
        failed.add(
            "seed %d, %s: %s: exit %d\n%s%s"
                .formatted(
                    seed,
                    readings,
                    String.join(" ", words),
                    result.exit(),
                    result.stdout(),
                    result.stderr()));
      }
      return result.exit() == exit;
    }
  }
}
