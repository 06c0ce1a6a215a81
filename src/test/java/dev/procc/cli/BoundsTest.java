package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The promise of security.md: 100 KB of input never cost more than 5 seconds, 512 MiB or 2 MB of
/// output.
///
/// The commands run one after the other in a Java VM of 512 MiB; the seconds are processor time,
/// because other programs may keep the machine busy.
@Tag("heavy")
class BoundsTest {
  private static final int MAX_MILLIS = 5_000;
  private static final int MAX_OUTPUT = 2_000_000;
  private static final List<String> COMMANDS =
      List.of(
          "lint",
          "lint --format json",
          "lint --format sarif",
          "lint --format github",
          "lint --fix=unsafe --diff",
          "fmt --check",
          "fmt --diff",
          "render",
          "vars",
          "calendar check",
          "plan");

  @TempDir Path folder;

  @Test
  void noSmallInputCostsMuch() throws Exception {
    Path results =
        Path.of(System.getProperty("bounds.results", folder.resolve("results").toString()));
    List<String> broken = new ArrayList<>();
    int runs = 0;
    for (String line : run(results)) {
      String[] fields = line.split("\t", -1);
      runs++;
      if (Long.parseLong(fields[2]) > MAX_MILLIS
          || Long.parseLong(fields[3]) > MAX_OUTPUT
          || !fields[5].isEmpty()) {
        broken.add(line);
      }
    }
    System.out.println(runs + " runs over " + NastyInputs.all().size() + " inputs");
    assertEquals("", String.join("\n", broken));
    assertEquals(NastyInputs.all().values().stream().mapToInt(f -> commands(f).size()).sum(), runs);
  }

  private List<String> run(Path results) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BoundsTest.class.getName(),
                folder.toString(),
                results.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.MINUTES);
    process.destroyForcibly();
    String log = Files.readString(folder.resolve("log"));
    List<String> lines =
        Files.exists(results) ? Files.readAllLines(results, StandardCharsets.UTF_8) : List.of();
    assertTrue(ended && process.exitValue() == 0, log + "\nafter " + lines.size() + " runs");
    return lines;
  }

  /// @param words the folder of the projects, and the file for the figures
  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0]);
    StringBuilder lines = new StringBuilder();
    String only = System.getProperty("only", "");
    for (Map.Entry<String, Map<String, byte[]>> files : NastyInputs.all().entrySet()) {
      String project = files.getKey();
      if (only.startsWith("=") ? !project.equals(only.substring(1)) : !project.contains(only)) {
        continue;
      }
      write(folder.resolve(project), files.getValue());
      for (String command : commands(files.getValue())) {
        long before = nanos();
        CliCase.CommandResult result =
            new InProcessCli(folder.resolve(project))
                .variable("PROCC_API_URL", "http://127.0.0.1:9")
                .variable("PROCC_AS_OF", "2024-10-01")
                .run(command.split(" ", -1));
        long millis = (nanos() - before) / 1_000_000;
        lines.append(String.join("\t", project, command, Long.toString(millis), figures(result)));
        lines.append('\n');
        Files.writeString(Path.of(words[1]), lines);
      }
    }
  }

  private static String figures(CliCase.CommandResult result) {
    long bytes = result.stdout().length() + (long) result.stderr().length();
    boolean internal = result.exit() > 7 || result.stderr().contains("internal error");
    String fault = internal ? result.stderr().lines().findFirst().orElse("") : "";
    return bytes + "\t" + result.exit() + "\t" + fault;
  }

  /// The commands that read a project; for a list of days only `calendar import`.
  private static List<String> commands(Map<String, byte[]> files) {
    for (String name : files.keySet()) {
      if (name.startsWith("days.")) {
        return List.of(
            "calendar import " + name + " --dry-run",
            "calendar import " + name + " --from 2020-01-01 --to 2029-12-31 --yes --format json");
      }
    }
    return COMMANDS;
  }

  private static void write(Path root, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
    int size = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
      size += file.getValue().length;
    }
    if (size > 110_000) {
      throw new IllegalStateException(root.getFileName() + " has " + size + " bytes");
    }
  }

  /// The processor time that all threads have used so far, in nanoseconds.
  private static long nanos() {
    return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : System.nanoTime();
  }
}
