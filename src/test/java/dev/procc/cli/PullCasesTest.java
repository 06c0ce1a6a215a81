package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.text.UnifiedDiff;
import dev.procc.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pulls of edits made in Workiva: what is said, and what changes in the files. The cases are in
/// `src/test/resources/pull`, each with its result; this class checks what holds for every case:
/// after a complete pull the plan is empty, no drift is left and a second pull changes nothing;
/// after a pull of nothing no file has changed.
class PullCasesTest {
  private static final Path CASES = Path.of("src/test/resources/pull");

  private final List<String> failed = new ArrayList<>();

  @TempDir Path folder;

  static Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(CASES)) {
      String only = System.getProperty("pull.cases", "");
      return all.filter(file -> file.toString().contains(only)).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"arguments.txt", "first.txt", "lost.txt"})
  void someCases(String file) throws Exception {
    check(CASES.resolve(file));
  }

  @Tag("heavy")
  @ParameterizedTest
  @MethodSource("files")
  void allCases(Path file) throws Exception {
    check(file);
  }

  /// A process of the largest size that Workiva accepts: four edits, four lines.
  @Tag("heavy")
  @Test
  void threeThousandTasks() throws Exception {
    StringBuilder text = new StringBuilder(PullFixture.HEAD);
    text.append("root:\n  name: Root\n  parallel: true\n  children:\n");
    for (int i = 0; i < 2_999; i++) {
      text.append("    # the task ").append(i).append("\n    - sendTask: t").append(i);
      text.append("\n      title: Task ").append(i).append(" # as ever\n");
    }
    try (EmulatedCli cli = new EmulatedCli()) {
      PullFixture project = new PullFixture(cli, folder.resolve("many"));
      project.put("close.process.yaml", text.toString()).apply();
      String title = "/job/arguments/sendTaskArgs/title";
      project.edit("close", "/root/children/0" + title, "\"First\"");
      project.edit("close", "/root/children/1500" + title, "\"Middle\"");
      project.edit("close", "/root/children/2998" + title, "\"Last\"");
      project.edit("close", "/name", "\"Closing\"");
      long start = System.nanoTime();
      CliCase.CommandResult pulled = project.run("pull", "--yes");
      System.out.println("pull of 2,999 tasks: " + (System.nanoTime() - start) / 1_000_000 + " ms");
      assertEquals(0, pulled.exit(), pulled.stdout() + pulled.stderr());
      assertEquals(
          text.toString()
              .replace("title: Task 0 ", "title: First ")
              .replace("title: Task 1500 ", "title: Middle ")
              .replace("title: Task 2998 ", "title: Last ")
              .replace("name: Close", "name: Closing"),
          project.text("close.process.yaml"));
      assertEquals("", project.left());
    }
  }

  private void check(Path file) throws Exception {
    StringBuilder whole = new StringBuilder();
    try (EmulatedCli cli = new EmulatedCli()) {
      for (String text : Files.readString(file).split("(?m)^(?==== )")) {
        if (!text.isBlank()) {
          String input = text.replaceFirst("(?ms)^--- result\n.*", "");
          whole.append(input).append("--- result\n").append(tried(cli, input)).append('\n');
        }
      }
    }
    assertEquals(List.of(), failed);
    Golden.check(file, whole.toString());
  }

  /// Tries a case and returns its failure, so that one run reports all cases that fail.
  private String tried(EmulatedCli cli, String input) throws Exception {
    try {
      return result(cli, input);
    } catch (AssertionError e) {
      failed.add(input.substring(0, input.indexOf('\n')) + ": " + e.getMessage());
      return "";
    }
  }

  private String result(EmulatedCli cli, String input) throws Exception {
    String name = input.substring(4, input.indexOf('\n'));
    PullFixture project = new PullFixture(cli, folder.resolve(name.replaceAll("[^a-z0-9]", "-")));
    Map<String, String> before = new LinkedHashMap<>();
    List<String> words = new ArrayList<>(List.of("pull", "--yes"));
    List<String[]> edits = new ArrayList<>();
    for (String part : input.substring(input.indexOf('\n') + 1).split("(?m)^--- ")) {
      int end = part.indexOf('\n');
      String[] head = (end < 0 ? part : part.substring(0, end)).split(" ", 4);
      switch (head[0]) {
        case "file" -> before.put(head[1], file(part.substring(end + 1), head));
        case "edit", "unchecked", "clear", "live" -> edits.add(head);
        case "pull" -> words.addAll(List.of(part.substring(5, end).split(" ")));
        default -> assertEquals("", part.strip());
      }
    }
    for (Map.Entry<String, String> file : before.entrySet()) {
      project.put(file.getKey(), file.getValue());
    }
    project.apply();
    for (String[] edit : edits) {
      switch (edit[0]) {
        case "clear" -> project.clear(edit[1], edit[2]);
        case "unchecked" -> project.editUnchecked(edit[1], edit[2], edit[3]);
        case "live" -> project.editChildren(edit[1], edit[2], edit[3]);
        default -> project.edit(edit[1], edit[2], edit[3]);
      }
    }
    CliCase.CommandResult pulled = project.run(words.toArray(String[]::new));
    StringBuilder out = new StringBuilder("exit " + pulled.exit() + "\n");
    out.append(pulled.stdout()).append(pulled.stderr());
    boolean changed = false;
    Map<String, String> after = new LinkedHashMap<>();
    for (Map.Entry<String, String> file : before.entrySet()) {
      String now = project.text(file.getKey());
      after.put(file.getKey(), now);
      changed |= !now.equals(file.getValue());
      out.append(UnifiedDiff.text(file.getKey(), file.getValue(), now).replace("\r", "<CR>"));
    }
    String left = project.left();
    boolean shared = pulled.stdout().contains("changes too: ");
    if (pulled.exit() == 0 && !shared) {
      assertEquals("", left, name);
    }
    assertEquals(pulled.stdout().contains("Pulled "), changed, name + "\n" + out);
    project.run(words.toArray(String[]::new));
    for (Map.Entry<String, String> file : after.entrySet()) {
      assertEquals(file.getValue(), project.text(file.getKey()), name + ": a second pull");
    }
    for (String identity : project.identities()) {
      project.end(identity);
    }
    return out.toString();
  }

  /// @param head options after the path: `crlf`, `bom`, `open` for no line end at the end
  private static String file(String text, String[] head) {
    String whole = text.replace("<HEAD>\n", PullFixture.HEAD);
    for (int i = 2; i < head.length; i++) {
      whole =
          switch (head[i]) {
            case "crlf" -> whole.replace("\n", "\r\n");
            case "bom" -> "\uFEFF" + whole;
            default -> whole.stripTrailing();
          };
    }
    return whole;
  }
}
