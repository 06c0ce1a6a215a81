package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder of `src/test/resources/cli`: what is typed, and what must come back.
///
/// - `cmd`: a shell script with `procc` on its path, run in a copy of `files/`
/// - `stdout`, `stderr`: what it prints; a missing one stands for nothing
/// - `exit`: its exit code; a missing one stands for 0
/// - `files/`: the folder it runs in
/// - `after/`: files that must be there afterwards, with this text
/// - `emulator`: words for `procc emulate`, one line; its presence starts one, and the script finds
///   `PROCC_API_URL` and `PROCC_TOKEN` set
///
/// Ports, the temporary folder and measured times are replaced before the comparison.
record CliCase(Path folder) {
  static final Path ROOT = Path.of("src/test/resources/cli");
  private static final Set<String> PARTS =
      Set.of("cmd", "stdout", "stderr", "exit", "files", "after", "emulator");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final Pattern PLAIN = Pattern.compile("procc( [\\w@%+=:,./-]+)*\n?");
  private static final Pattern PORT = Pattern.compile("(127\\.0\\.0\\.1|localhost):\\d+");
  private static final Pattern TIME = Pattern.compile("\\b\\d+(\\.\\d+)? ?(ms|s|seconds)\\b");

  /// Every case, by name.
  static List<CliCase> all() throws IOException {
    List<CliCase> cases = new ArrayList<>();
    try (Stream<Path> folders = Files.list(ROOT)) {
      for (Path folder : folders.sorted().toList()) {
        cases.add(new CliCase(folder));
      }
    }
    return cases;
  }

  /// What a run gave back.
  record CommandResult(int exit, String stdout, String stderr) {}

  String name() {
    return folder.getFileName().toString();
  }

  String cmd() throws IOException {
    return Files.readString(folder.resolve("cmd"));
  }

  /// Whether it is one plain call that needs neither a shell nor a server.
  boolean runsInProcess() throws IOException {
    return PLAIN.matcher(cmd()).matches() && !Files.exists(folder.resolve("emulator"));
  }

  /// The words of a plain call after `procc`.
  String[] words() throws IOException {
    String[] words = cmd().strip().split(" ", -1);
    return java.util.Arrays.copyOfRange(words, 1, words.length);
  }

  /// Parts of the folder that mean nothing.
  Set<String> strangers() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> parts = Files.list(folder)) {
      parts.forEach(part -> names.add(part.getFileName().toString()));
    }
    names.removeAll(PARTS);
    return names;
  }

  /// Copies `files/` into a folder.
  void prepare(Path directory) throws IOException {
    Path files = folder.resolve("files");
    if (Files.isDirectory(files)) {
      copy(files, directory);
    }
  }

  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// Compares a result and the folder it left with what is expected, or writes that down anew.
  void check(CommandResult result, Path directory) throws IOException {
    CommandResult shown =
        new CommandResult(
            result.exit(), normal(result.stdout(), directory), normal(result.stderr(), directory));
    if (UPDATE) {
      write("stdout", shown.stdout());
      write("stderr", shown.stderr());
      write("exit", shown.exit() == 0 ? "" : shown.exit() + "\n");
    }
    // One comparison, so that a failure shows everything there is to see.
    assertEquals(
        page(expected("exit").strip(), expected("stdout"), expected("stderr")),
        page(shown.exit() == 0 ? "" : "" + shown.exit(), shown.stdout(), shown.stderr()),
        name());
    checkAfter(directory);
  }

  private void checkAfter(Path directory) throws IOException {
    Path after = folder.resolve("after");
    if (!Files.isDirectory(after)) {
      return;
    }
    try (Stream<Path> files = Files.walk(after)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path left = directory.resolve(after.relativize(file).toString());
        String text = Files.exists(left) ? normal(Files.readString(left), directory) : "(absent)";
        if (UPDATE) {
          Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text, name() + ": " + after.relativize(file));
      }
    }
  }

  private static String page(String exit, String stdout, String stderr) {
    return "exit "
        + (exit.isEmpty() ? "0" : exit)
        + "\n--- stdout\n"
        + stdout
        + "--- stderr\n"
        + stderr;
  }

  private static String normal(String text, Path directory) {
    String out = text.replace(directory.toString(), "<dir>");
    out = PORT.matcher(out).replaceAll("$1:<port>");
    return TIME.matcher(out).replaceAll("<time>");
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
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
