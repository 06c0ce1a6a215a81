package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.testing.Folders;
import dev.procc.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// A case of the command line, a folder of `src/test/resources/cli`: the commands, and the expected
/// results.
///
/// - `cmd`: a shell script with `procc` on its path
/// - `stdout`, `stderr`: what it prints; a missing file means nothing
/// - `files/`: the contents of the folder it runs in
/// - `after/`: files that must exist afterwards, with these contents
///
/// The first lines of `cmd` may be
///
/// - `#base NAME [FOLDER]`: the files of `_base/NAME` are copied first, into the folder or one of
///   its subfolders; `files/` is copied over them
/// - `#emulator [WORDS]`: starts an emulator whose clock is fixed at 2024-10-01 and whose ids are
///   numbered, with these further arguments of `procc emulate`; the script finds `PROCC_API_URL`
///   and `PROCC_TOKEN` set
/// - `#exit CODE`: the exit code; 0 if the line is missing
///
/// Ports, the temporary folder and measured times are replaced before the comparison.
record CliCase(Path folder) {
  private static final Path ROOT = Path.of("src/test/resources/cli");
  private static final String BASES = "_base";
  private static final String EMULATOR = "--now 2024-10-01 --stable-ids";
  private static final Set<String> PARTS = Set.of("cmd", "stdout", "stderr", "files", "after");
  private static final Set<String> SETTINGS = Set.of("#base", "#emulator", "#exit");
  private static final Pattern PLAIN = Pattern.compile("procc( [\\w@%+=:,./-]+)*\n?");
  private static final Pattern PORT = Pattern.compile("(127\\.0\\.0\\.1|localhost):\\d+");
  private static final Pattern TIME = Pattern.compile("\\b\\d+(\\.\\d+)? ?(ms|s|seconds)\\b");

  /// The result of a run.
  record CommandResult(int exit, String stdout, String stderr) {}

  /// All cases, sorted by name.
  static List<CliCase> all() throws IOException {
    List<CliCase> cases = new ArrayList<>();
    try (Stream<Path> folders = Files.list(ROOT)) {
      for (Path folder : folders.sorted().toList()) {
        if (!folder.endsWith(BASES)) {
          cases.add(new CliCase(folder));
        }
      }
    }
    return cases;
  }

  static CliCase named(String name) {
    return new CliCase(ROOT.resolve(name));
  }

  String name() {
    return folder.getFileName().toString();
  }

  /// Runs a case and compares.
  interface CaseRun {
    void run(CliCase each) throws IOException;
  }

  /// The cases, run in parallel and reported in order: many of them wait for a server that is not
  /// there.
  static List<DynamicTest> tests(int threads, Predicate<CliCase> chosen, CaseRun run)
      throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(threads)) {
      for (CliCase each : all()) {
        if (chosen.test(each)) {
          Future<?> done =
              hands.submit(() -> {
                run.run(each);
                return true;
              });
          tests.add(DynamicTest.dynamicTest(each.name(), () -> ended(done)));
        }
      }
    }
    return tests;
  }

  private static void ended(Future<?> done) throws Throwable {
    try {
      done.get();
    } catch (ExecutionException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /// The script, for a shell.
  Path commandFile() {
    return folder.resolve("cmd").toAbsolutePath();
  }

  /// The script without its settings.
  String script() throws IOException {
    StringBuilder script = new StringBuilder();
    Files.readString(folder.resolve("cmd"))
        .lines()
        .filter(line -> !isSetting(line))
        .forEach(line -> script.append(line).append('\n'));
    return script.toString();
  }

  private static boolean isSetting(String line) {
    return SETTINGS.contains(line.split(" ", 2)[0]);
  }

  /// The values of a setting, one for each of its lines.
  private List<String> settings(String name) throws IOException {
    return Files.readString(folder.resolve("cmd"))
        .lines()
        .filter(line -> line.equals(name) || line.startsWith(name + " "))
        .map(line -> line.substring(name.length()).strip())
        .toList();
  }

  /// The arguments of `procc emulate`; empty if the case needs no emulator.
  Optional<String> emulatorWords() throws IOException {
    return settings("#emulator").stream().findFirst().map(words -> EMULATOR + " " + words);
  }

  /// Whether the case is a single call that needs neither a shell nor a server.
  boolean isPlain() throws IOException {
    return PLAIN.matcher(script()).matches() && emulatorWords().isEmpty();
  }

  /// The arguments of `procc` in a plain call.
  String[] words() throws IOException {
    String[] words = script().strip().split(" ", -1);
    return Arrays.copyOfRange(words, 1, words.length);
  }

  /// The unknown names in the folder, and the bases that do not exist.
  Set<String> unknownParts() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> parts = Files.list(folder)) {
      parts.forEach(part -> names.add(part.getFileName().toString()));
    }
    names.removeAll(PARTS);
    for (String base : settings("#base")) {
      if (!Files.isDirectory(baseFolder(base))) {
        names.add("#base " + base);
      }
    }
    return names;
  }

  private static Path baseFolder(String base) {
    return ROOT.resolve(BASES).resolve(base.split(" ", 2)[0]);
  }

  /// Copies the files of the bases and of the case into a folder.
  void prepare(Path directory) throws IOException {
    for (String base : settings("#base")) {
      String[] words = base.split(" ", 2);
      Path to = words.length == 1 ? directory : directory.resolve(words[1]);
      Folders.copy(baseFolder(base), Files.createDirectories(to));
    }
    Folders.copy(folder.resolve("files"), directory);
  }

  /// Compares a result and the folder after the run with what is expected, or updates the expected
  /// files.
  void check(CommandResult result, Path directory) throws IOException {
    CommandResult shown =
        new CommandResult(
            result.exit(), normal(result.stdout(), directory), normal(result.stderr(), directory));
    if (Golden.UPDATE) {
      write("stdout", shown.stdout());
      write("stderr", shown.stderr());
      writeExit(shown.exit());
    }
    // One comparison, so that a failure shows everything there is to see.
    assertEquals(
        page(expectedExit(), expected("stdout"), expected("stderr")),
        page(shown.exit(), shown.stdout(), shown.stderr()),
        name());
    checkAfter(directory);
  }

  private void checkAfter(Path directory) throws IOException {
    Path after = folder.resolve("after");
    for (Path file : Folders.files(after)) {
      Path left = directory.resolve(after.relativize(file).toString());
      String text = Files.exists(left) ? normal(Files.readString(left), directory) : "(absent)";
      if (Golden.UPDATE) {
        Files.writeString(file, text);
      }
      assertEquals(Files.readString(file), text, name() + ": " + after.relativize(file));
    }
  }

  private static String page(int exit, String stdout, String stderr) {
    return "exit " + exit + "\n--- stdout\n" + stdout + "--- stderr\n" + stderr;
  }

  private static String normal(String text, Path directory) {
    String out = text.replace(directory.toString(), "<dir>");
    out = PORT.matcher(out).replaceAll("$1:<port>");
    return TIME.matcher(out).replaceAll("<time>");
  }

  private int expectedExit() throws IOException {
    return settings("#exit").stream().findFirst().map(Integer::parseInt).orElse(0);
  }

  private String expected(String part) throws IOException {
    Path file = folder.resolve(part);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private void write(String part, String text) throws IOException {
    Path file = folder.resolve(part);
    if (text.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      Files.writeString(file, text);
    }
  }

  private void writeExit(int exit) throws IOException {
    Path cmd = folder.resolve("cmd");
    List<String> lines = new ArrayList<>(Files.readAllLines(cmd));
    lines.removeIf(line -> line.startsWith("#exit "));
    int settings = 0;
    while (settings < lines.size() && isSetting(lines.get(settings))) {
      settings++;
    }
    if (exit != 0) {
      lines.add(settings, "#exit " + exit);
    }
    Files.write(cmd, lines);
  }
}
