package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What `procc lint` does besides reporting: fixes, standard input, watching.
class LintModesTest {
  private static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: close
      name: Close
      businessStartDate: 2024-10-01
      businessEndDate: 2024-12-31
      dueDate: 2024-12-20
      autoClose: false
      certAutoApprove: false
      relativeDates: false
      root:
        name: Close
        parallel: true
        children:
          - sendTask: sweep
            title: Sweep
            assignee: { id: a, type: user }
            dueDate: 2024-12-07
      """;
  private static final String FIXED = PROCESS.replace("2024-12-07", "2024-12-06");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    folder = folder.toRealPath();
    file = Files.writeString(folder.resolve("close.process.yaml"), PROCESS);
  }

  private InProcessCli procc() {
    return new InProcessCli(folder);
  }

  @Test
  void aMarkAndLineEndsOfWindowsAreKept() throws IOException {
    Files.writeString(file, "\uFEFF" + PROCESS.replace("\n", "\r\n"));
    assertEquals(0, procc().run("lint", "--fix=unsafe").exit());
    assertEquals("\uFEFF" + FIXED.replace("\n", "\r\n"), Files.readString(file));
  }

  @Test
  void fixedTwiceIsFixedOnce() throws IOException {
    procc().run("lint", "--fix=unsafe");
    assertEquals(FIXED, Files.readString(file));
    var before = Files.getLastModifiedTime(file);
    CliCase.CommandResult again = procc().run("lint", "--fix=unsafe");
    assertEquals("No findings in 1 file (1 task, 4 dates)\n", again.stdout());
    assertEquals(before, Files.getLastModifiedTime(file));
  }

  @Test
  void standardInputIsFixedOnStandardOutputAndNoFileIsTouched() throws IOException {
    Files.writeString(file, PROCESS.replace("Sweep", "Saved"));
    CliCase.CommandResult result =
        procc()
            .input(PROCESS)
            .run("lint", "--fix=unsafe", "-", "--stdin-filename", "close.process.yaml");
    assertEquals(FIXED, result.stdout());
    assertEquals("", result.stderr());
    assertEquals(PROCESS.replace("Sweep", "Saved"), Files.readString(file));
  }

  @Test
  void standardInputTakesThePlaceOfItsFile() throws IOException {
    Files.writeString(folder.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
    Files.writeString(
        folder.resolve("recon.template.yaml"),
        """
        procc: v1
        kind: Template
        key: recon
        children:
          - { sendTask: x, title: X, assignee: { id: a, type: user } }
        """);
    String use = PROCESS.substring(0, PROCESS.indexOf("    - sendTask")) + "    - use: recon\n";
    CliCase.CommandResult result =
        procc().input(use).run("lint", "-", "--stdin-filename", "close.process.yaml");
    assertEquals(0, result.exit(), result.stdout());
    CliCase.CommandResult broken =
        procc()
            .input(use.replace("recon", "rekon"))
            .run("lint", "-", "--stdin-filename", "close.process.yaml");
    assertTrue(broken.stdout().contains("close.process.yaml:15:12"), broken.stdout());
    assertEquals(3, broken.exit());
  }

  @Test
  void standardInputWithoutAName() {
    assertEquals(0, procc().input(FIXED).run("lint", "-").exit());
    CliCase.CommandResult result = procc().input(PROCESS).run("lint", "-", "--fail-on", "warning");
    assertEquals(3, result.exit());
    assertTrue(result.stdout().contains("stdin.yaml:18:16"), result.stdout());
    assertEquals(3, procc().input("\0\u0001").run("lint", "-").exit());
    assertEquals(64, procc().run("lint", "-", "x").exit());
    assertEquals(64, procc().run("lint", "--stdin-filename", "x").exit());
  }

  @Test
  void aFileOfAReportIsWrittenWholeOrNotAtAll() throws IOException {
    Path kept = Files.writeString(folder.resolve("kept"), "old");
    CliCase.CommandResult result =
        procc().run("lint", "--sarif-out", "kept", "--junit-out", "close.process.yaml/in-a-file");
    assertEquals(1, result.exit());
    assertTrue(result.stderr().contains("cannot write"), result.stderr());
    String text = Files.readString(kept);
    assertTrue(text.startsWith("{") && text.endsWith("}\n"), text);
    assertEquals(64, procc().run("lint", "--sarif-out", "-").exit());
    try (var all = Files.list(folder)) {
      assertEquals(2, all.count(), "no part is left behind");
    }
  }

  @Test
  @Timeout(60)
  void aWatchedProjectIsLintedAgainWhenItChanges() throws Exception {
    InProcessCli procc = procc();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<CliCase.CommandResult> run = thread.submit(() -> procc.run("lint", "--watch"));
      await(() -> procc.stdout().contains("Sat 2024-12-07"));
      Files.writeString(file, FIXED);
      await(() -> procc.stdout().contains("No findings in 1 file"));
      Path below = Files.createDirectory(folder.resolve("below"));
      await(() -> procc.stderr().contains("changed: below"));
      Files.writeString(folder.resolve("notes.txt"), "nothing to lint");
      Files.writeString(below.resolve("b.process.yaml"), PROCESS.replace("key: close", "key: b"));
      await(() -> procc.stdout().contains("below/b.process.yaml:18:16"));
      Files.delete(file);
      Files.delete(below.resolve("b.process.yaml"));
      await(() -> procc.stderr().contains("no definitions in"));
      assertFalse(procc.stderr().contains("notes.txt"), procc.stderr());
      thread.shutdownNow();
      assertEquals(130, run.get(20, TimeUnit.SECONDS).exit());
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void aRangeOfTwoKindsOfPeriodsIsToldAsThat() {
    String mixed = procc().run("lint", "--periods", "2026-Q1..2026-12").stderr();
    assertTrue(mixed.contains("\"2026-Q1\" and \"2026-12\" are no periods of one kind"), mixed);
    String backwards = procc().run("lint", "--periods", "2026-Q2..2026-Q1").stderr();
    assertTrue(backwards.contains("\"2026-Q1\" does not come after \"2026-Q2\""), backwards);
  }

  /// A filter of an editor hands the whole file on.
  @Test
  void aMarkOnStandardInputIsKept() {
    String text = "\uFEFF" + PROCESS.replace("\n", "\r\n");
    String fixed = procc().input(text).run("lint", "-", "--fix=unsafe").stdout();
    assertEquals("\uFEFF" + FIXED.replace("\n", "\r\n"), fixed);
    assertEquals(text, procc().input(text).run("fmt", "-").stdout());
  }

  /// What is filtered into its own file is not emptied by an error in it.
  @Test
  void aFailureWithoutAResultLeavesTheFileOfTheResult() throws IOException {
    String broken = "procc: v1\nkind: [\n";
    for (String[] words : new String[][] {{"fmt", "-"}, {"vars"}, {"explain", "value", "a:b"}}) {
      Files.writeString(file, broken);
      String[] all = Arrays.copyOf(words, words.length + 2);
      all[words.length] = "-o";
      all[words.length + 1] = "close.process.yaml";
      CliCase.CommandResult result = procc().input(broken).run(all);
      assertEquals(3, result.exit(), String.join(" ", words) + result.stderr());
      assertEquals(broken, Files.readString(file), String.join(" ", words));
    }
    assertEquals(0, procc().input("").run("fmt", "-", "-o", "close.process.yaml").exit());
    assertEquals("", Files.readString(file));
  }

  /// A folder that is moved is told of by its own name alone.
  @Test
  @Timeout(60)
  void aFolderThatIsMovedAwayAndBackIsSeen(@TempDir Path elsewhere) throws Exception {
    Path below = Files.createDirectories(folder.resolve("below/deep"));
    Files.writeString(below.resolve("b.process.yaml"), PROCESS.replace("key: close", "key: b"));
    InProcessCli procc = procc();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<CliCase.CommandResult> run = thread.submit(() -> procc.run("lint", "--watch"));
      await(() -> procc.stdout().contains("in 2 files"));
      Path away = elsewhere.resolve("away");
      Files.move(folder.resolve("below"), away);
      await(() -> procc.stdout().contains("in 1 file "));
      Files.move(away, folder.resolve("below"));
      await(() -> procc.stdout().lastIndexOf("in 2 files") > procc.stdout().indexOf("in 1 file "));
      Files.writeString(below.resolve("b.process.yaml"), FIXED.replace("key: close", "key: c"));
      await(() -> procc.stderr().contains("changed: below/deep/b.process.yaml"));
      thread.shutdownNow();
      assertEquals(130, run.get(20, TimeUnit.SECONDS).exit());
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  @Timeout(60)
  void aFileOfVariablesIsWatchedWhereverItLies(@TempDir Path elsewhere) throws Exception {
    Path variables = elsewhere.resolve("values.txt");
    Files.writeString(variables, "sweep: 1\n");
    Files.writeString(elsewhere.resolve("other.yaml"), "");
    InProcessCli procc = procc();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<CliCase.CommandResult> run =
          thread.submit(() -> procc.run("lint", "--watch", "--var-file", variables.toString()));
      await(() -> procc.stderr().contains("waiting for changes"));
      Files.writeString(elsewhere.resolve("other.yaml"), "a: 1\n");
      Files.writeString(variables, "swoop: 1\n");
      await(() -> procc.stdout().contains("\"swoop\" is not declared"));
      assertTrue(procc.stderr().contains("changed: " + variables), procc.stderr());
      assertFalse(procc.stderr().contains("other.yaml"), procc.stderr());
      thread.shutdownNow();
      assertEquals(130, run.get(20, TimeUnit.SECONDS).exit());
    } finally {
      thread.shutdownNow();
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      Thread.sleep(20);
    }
  }
}
