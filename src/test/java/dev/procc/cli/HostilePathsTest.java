package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every argument that is a path is tried with what a change can put there: links that lead
/// outside, pipes, folders, files that are too large or change while they are read. The command
/// ends, reads no secret, and writes nothing outside.
class HostilePathsTest {
  private static final String SECRET = "tok-7f3a";

  /// Placeholders in help for values that are paths.
  private static final Set<String> PATHS = Set.of("FILE", "DIR", "REF|DIR");

  /// Placeholders in help for all other values.
  private static final Set<String> OTHERS =
      Set.of(
          "ACTIONS",
          "ADDRESS",
          "ADDRESS:FIELD=TEXT",
          "CALENDAR:DATE",
          "CALENDAR:DATE[:NAME]",
          "CODE",
          "DATE",
          "DAYS",
          "EXIT",
          "FIELD",
          "FROM..TO",
          "HASH",
          "ID",
          "ID:SECRET",
          "ID=KEY",
          "KEY",
          "KEY=WORD",
          "KEY|ID",
          "N",
          "NAME",
          "NAME=VALUE",
          "NUMBER",
          "PAST-ID",
          "PERSON:FROM..TO[:COVER]",
          "SECONDS",
          "TEXT",
          "TITLE");

  /// Placeholders of operands that are paths, and of all others.
  private static final Set<String> PATH_OPERANDS = Set.of("FILE", "DIR", "PLAN");

  private static final Set<String> OTHER_OPERANDS =
      Set.of(
          "A",
          "ADDRESS",
          "B",
          "CALENDAR",
          "COMMAND",
          "COUNTRY",
          "FIELD",
          "FROM",
          "GLOB",
          "ID",
          "KEY",
          "KIND",
          "TO",
          "WORD",
          "bash",
          "date",
          "fish",
          "value",
          "zsh");

  /// Options that their first command does not read here, with a command that does.
  private static final Map<String, String> ELSEWHERE =
      Map.of("--config", "lint", "--md-out", "plan");

  /// Files that are read under a fixed name, in any folder.
  private static final List<String> NAMES =
      List.of(
          "other.process.yaml",
          "t.csv",
          "people.yaml",
          "capabilities/dev.yaml",
          "procc.state/default/close.json",
          "procc.state/default",
          ".procc/state.lock",
          "procc.state/default/evidence/close/0001.txt",
          ".procc/probe/default.json",
          ".procc/default/1.plan.json");

  /// Creates something at a path.
  private interface Hostile {
    void put(Path at) throws Exception;
  }

  @TempDir Path folder;

  private Path project;
  private Path secret;
  private Path outside;
  private EmulatedCli server;
  private volatile boolean changing;
  private Thread changer = new Thread();
  private int runs;

  @BeforeEach
  void start() throws IOException {
    project = Files.createDirectories(folder.resolve("project"));
    Files.createDirectories(project.resolve(".git"));
    Files.writeString(project.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
    Path old = Files.createDirectories(project.resolve("old"));
    Files.writeString(
        old.resolve("close.process.yaml"), "procc: v1\nkind: Process\nkey: close\nname: C\n");
    secret = Files.writeString(folder.resolve("secret"), SECRET);
    outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("days.csv"), "2024-12-25," + SECRET + "\n");
    server = new EmulatedCli();
  }

  @AfterEach
  void stop() {
    changing = false;
    server.close();
  }

  private Map<String, Hostile> kinds() {
    Map<String, Hostile> all = new LinkedHashMap<>();
    all.put("a link to a secret", at -> Files.createSymbolicLink(at, secret));
    all.put("a link to a folder", at -> Files.createSymbolicLink(at, outside));
    all.put("a link without end", at -> Files.createSymbolicLink(at, Path.of("/dev/zero")));
    all.put("a pipe", at -> assertEquals(0, run("mkfifo", at.toString())));
    all.put("a folder", Files::createDirectory);
    all.put("200 MB", at -> lengthen(at, 200 << 20));
    all.put("what changes", this::change);
    return all;
  }

  private static int run(String... words) throws IOException, InterruptedException {
    return new ProcessBuilder(words).inheritIO().start().waitFor();
  }

  private static void lengthen(Path at, int bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(at.toFile(), "rw")) {
      file.setLength(bytes);
    }
  }

  /// Makes a file longer and shorter in turn, as long as it exists.
  private void change(Path at) throws IOException {
    Files.writeString(at, "procc: v1\nkind: People\n");
    changing = true;
    changer =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              for (int i = 0; changing; i++) {
                try {
                  lengthen(at, i % 2 == 0 ? 1 << 20 : 20);
                } catch (IOException gone) {
                  return;
                }
              }
            });
  }

  private void delete(Path at) throws Exception {
    changing = false;
    changer.join();
    if (Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
      Folders.delete(at);
    } else {
      Files.deleteIfExists(at);
    }
  }

  /// The output of a run, which must end.
  private String said(String where, List<String> words) throws Exception {
    runs++;
    List<CliCase.CommandResult> results = new CopyOnWriteArrayList<>();
    Thread runner =
        Thread.ofPlatform()
            .daemon()
            .start(() -> results.add(server.client(project).run(words.toArray(String[]::new))));
    assertTrue(
        runner.join(Duration.ofSeconds(60)),
        () -> where + " does not end:" + Arrays.toString(runner.getStackTrace()));
    CliCase.CommandResult result = results.getFirst();
    String said = result.stdout() + result.stderr();
    assertTrue(!said.contains("internal error"), where + ": " + said);
    assertTrue(!said.contains(SECRET), where + ": " + said);
    assertEquals(SECRET, Files.readString(secret), where);
    assertEquals(List.of("days.csv"), names(outside), where);
    assertEquals(List.of("outside", "project", "secret"), names(folder), where);
    return said;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /// The arguments of a command, with everything it needs besides a path.
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
    words.addAll(
        switch (command) {
          case "blame" -> List.of("close/a:title");
          case "calendar diff" -> List.of("us", "gb-eng");
          case "calendar import" ->
              List.of("us", "--from", "2025-01-01", "--to", "2025-12-31", "--yes");
          case "diff", "impact" -> List.of("--base", "old");
          case "amend", "keep" -> List.of("close");
          case "comment" -> List.of("--pr", "1");
          case "explain" -> List.of("value", "close/a:title");
          case "import" -> List.of("e7b9920095e342889190b4d7eaeca6fa");
          case "pull" -> List.of("close");
          default -> List.of();
        });
    return words;
  }

  /// All command lines with a path, written `PATH`, by the name of what takes it: an option that
  /// many commands share is read by one class.
  private static Map<String, List<String>> pathsOfArguments() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Command command : Commands.all()) {
      Options options = command.options();
      for (Option option : options.all()) {
        String label = option.valueName();
        if (label != null && option.choices().isEmpty()) {
          assertTrue(
              PATHS.contains(label) || OTHERS.contains(label),
              "is the " + label + " of " + command.name() + " " + option.name() + " a path?");
          boolean isLookedAt =
              ELSEWHERE.getOrDefault(option.name(), command.name()).equals(command.name());
          if (PATHS.contains(label) && isLookedAt) {
            List<String> words = words(command.name());
            words.add(option.name() + "=PATH");
            words.addAll(option.name().equals("--stdin-filename") ? List.of("-") : List.of());
            all.putIfAbsent(option.name(), words);
          }
        }
      }
      for (String operand : options.operands().split("[^A-Za-z]+")) {
        assertTrue(
            operand.isEmpty()
                || PATH_OPERANDS.contains(operand)
                || OTHER_OPERANDS.contains(operand),
            "is the operand " + operand + " of " + command.name() + " a path?");
        if (PATH_OPERANDS.contains(operand)) {
          List<String> words = words(command.name());
          words.removeAll(List.of("close", "us", "value", "close/a:title"));
          words.add("PATH");
          all.put(command.name(), words);
        }
      }
    }
    return all;
  }

  /// A new field of a definition with a path or a pattern must be added to these tests or to
  /// `NastyInputs`.
  @Test
  void everyFieldWithAPathOrAPatternIsTried() {
    Set<String> fields = new TreeSet<>();
    for (MappingSpec mapping : Vocabulary.all()) {
      for (KeySpec key : mapping.keys()) {
        boolean isText = key.shape() instanceof ValueShape.TextShape;
        if (isText && key.doc().matches("(?i).*(\\*|regular|file\\b.*relative|folder|glob).*")) {
          fields.add(mapping.name() + "." + key.name());
        }
      }
    }
    assertEquals(
        Set.of("Allow.at", "Allow.file", "Drift.at", "Loop.file", "Variable.pattern"), fields);
  }

  /// Tries one kind of hostile path for each argument, in rotation.
  @Test
  void noPathOfAnArgumentLeadsOut() throws Exception {
    List<String> kinds = List.of("a link to a secret", "a link to a folder", "a pipe");
    int i = 0;
    for (Map.Entry<String, List<String>> line : pathsOfArguments().entrySet()) {
      String kind = kinds.get(i++ % kinds.size());
      meets(line, kind, kinds().get(kind));
    }
  }

  /// Whether the output names the path.
  private boolean meets(Map.Entry<String, List<String>> line, String kind, Hostile hostile)
      throws Exception {
    Path at = project.resolve("x.yaml");
    hostile.put(at);
    List<String> words =
        line.getValue().stream().map(word -> word.replace("PATH", "x.yaml")).toList();
    String said = said(line + " with " + kind, words);
    delete(at);
    return said.contains("x.yaml");
  }

  @Tag("heavy")
  @Test
  void pathsOfArgumentsLeadNowhere() throws Exception {
    Set<String> silent = new TreeSet<>();
    Map<String, List<String>> lines = pathsOfArguments();
    for (Map.Entry<String, List<String>> line : lines.entrySet()) {
      boolean named = false;
      for (Map.Entry<String, Hostile> kind : kinds().entrySet()) {
        boolean serves = line.getValue().getFirst().equals("emulate");
        if (serves && !kind.getKey().matches("a link.*|a pipe")) {
          continue; // it would serve what is there until it is stopped
        }
        named |= meets(line, kind.getKey(), kind.getValue());
      }
      if (!named) {
        silent.add(line.getKey());
      }
    }
    System.out.println(runs + " runs over " + lines.size() + " arguments that are paths");
    assertEquals(Set.of(), silent, "nothing was said of the path: is it looked at?");
  }

  @Tag("heavy")
  @Test
  void pathsOfTheProjectLeadNowhere() throws Exception {
    Files.writeString(
        project.resolve("close.process.yaml"),
        "procc: v1\n"
            + "kind: Process\n"
            + "key: close\n"
            + "name: C\n"
            + "autoClose: true\n"
            + "root:\n"
            + "  children:\n"
            + "    - group: g\n"
            + "      forEach: { file: t.csv, as: r, key: code }\n"
            + "      children: []\n");
    for (String name : NAMES) {
      for (Map.Entry<String, Hostile> kind : kinds().entrySet()) {
        Path at = project.resolve(name);
        Files.createDirectories(at.getParent());
        kind.getValue().put(at);
        for (String line :
            List.of("lint", "fmt --check", "plan", "log close", "state list", "apply --yes")) {
          said(name + " is " + kind.getKey() + ", " + line, List.of(line.split(" ")));
        }
        delete(project.resolve(Path.of(name).getName(0)));
      }
    }
    System.out.println(runs + " runs over " + NAMES.size() + " names that are read");
  }
}
