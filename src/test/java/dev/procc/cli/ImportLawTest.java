package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The law of `procc import`: whatever is live, the plan after its import is empty. The bodies
/// contain everything that the API can hold, are made from the catalog and go through the emulator;
/// none of the code that writes our own bodies is used. Dates are written as dates and as
/// expressions, repeated children one by one and as a template.
class ImportLawTest {
  private static final int FEW = 40;
  private static final int MANY = 5_000;

  private static final Pattern EXPRESSION = Pattern.compile("ueDate: (BD|end|start|dueDate)");

  private static final Pattern TEMPLATE = Pattern.compile("kind: Template");

  @TempDir Path folder;

  private int expressions;
  private int templates;

  @Test
  void aFewBodiesImportToAnEmptyPlan() throws Exception {
    importBodies(FEW, 1);
  }

  /// `-Dprocc.seed=N` starts with another body, `-Dprocc.bodies=N` sets their number.
  @Tag("heavy")
  @Test
  void fiveThousandBodiesImportToAnEmptyPlan() throws Exception {
    importBodies(Integer.getInteger("procc.bodies", MANY), Long.getLong("procc.seed", 1_000));
  }

  /// Tries every project, so that one run reports all that fail.
  private void importBodies(int count, long first) throws Exception {
    List<String> failed = new ArrayList<>();
    int bodies = 0;
    for (long seed = first; bodies < count; seed++) {
      try (EmulatedCli cli = new EmulatedCli()) {
        for (int i = 0; i < 50 && bodies < count; i++, seed++) {
          bodies += importProject(cli, seed, failed);
        }
      }
    }
    assertTrue(expressions > count / 40, () -> expressions + " projects with expressions");
    assertTrue(templates > count / 20, () -> templates + " projects with templates");
    assertEquals(List.of(), failed, () -> failed.size() + " failed of " + count);
  }

  /// Imports some processes into one project, together or one after the other.
  private int importProject(EmulatedCli cli, long seed, List<String> failed) throws Exception {
    Random random = new Random(seed);
    Path project = Files.createDirectories(folder.resolve("p" + seed));
    Files.writeString(project.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
    RandomBody bodies = new RandomBody(random);
    List<String> ids = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String body = bodies.body().write();
      Json.Obj created = (Json.Obj) JsonReader.read(cli.send("POST", "/processes", body));
      ids.add(created.text("id").orElseThrow());
    }
    boolean together = random.nextBoolean();
    List<List<String>> commands = new ArrayList<>();
    if (together) {
      commands.add(ids);
    } else {
      ids.forEach(id -> commands.add(List.of(id)));
    }
    for (List<String> command : commands) {
      List<String> words = new ArrayList<>(List.of("import", "--yes"));
      words.addAll(command);
      if (random.nextBoolean()) {
        words.add("--relative");
      }
      if (random.nextBoolean()) {
        words.add("--template");
      }
      if (command.size() == 1 && ids.size() > 1 && random.nextBoolean()) {
        ids.stream()
            .filter(id -> !command.contains(id))
            .forEach(id -> words.addAll(List.of("--from", id)));
      }
      CliCase.CommandResult imported = cli.run(project, words.toArray(String[]::new));
      if (imported.exit() != 0) {
        failed.add("seed " + seed + ": " + imported.stdout() + imported.stderr());
        return ids.size();
      }
    }
    CliCase.CommandResult plan = cli.run(project, "plan", "--detailed-exitcode", "--full");
    if (plan.exit() != 0) {
      failed.add("seed " + seed + ": plan " + plan.exit() + "\n" + plan.stdout() + plan.stderr());
    }
    expressions += has(project, ".process.yaml", EXPRESSION) ? 1 : 0;
    templates += has(project, ".template.yaml", TEMPLATE) ? 1 : 0;
    return ids.size();
  }

  private static boolean has(Path project, String end, Pattern text) throws Exception {
    try (Stream<Path> files = Files.list(project)) {
      for (Path file : files.filter(one -> one.toString().endsWith(end)).toList()) {
        if (text.matcher(Files.readString(file)).find()) {
          return true;
        }
      }
      return false;
    }
  }
}
