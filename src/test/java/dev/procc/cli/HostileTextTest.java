package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.testing.Folders;
import dev.procc.testing.HostileTexts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every hostile text through every command and every format, from definitions, arguments, servers,
/// ledgers and crashes: no output executes it, lets it forge a line, or loses its own form.
class HostileTextTest {
  private static final List<String> TEXTS = HostileTexts.all();

  /// All texts in one, for places where one text is enough.
  private static final String EVERY = String.join(" ", TEXTS);

  /// Commands that run until they are stopped.
  private static final List<String> SERVERS = List.of("emulate");

  private static final List<String> FAULTS = new ArrayList<>();
  private static final Map<String, Integer> COUNTS = new LinkedHashMap<>();

  @TempDir Path folder;

  @AfterAll
  static void tellCounts() {
    System.out.println("hostile texts: " + TEXTS.size() + "; outputs looked at: " + COUNTS);
  }

  /// Checks an output, and collects the errors until the end.
  private static void look(String where, String format, String output) {
    try {
      HostileTexts.check(where, format, output);
    } catch (AssertionError e) {
      FAULTS.add(e.getMessage());
    }
  }

  @BeforeEach
  void forgetFaults() {
    FAULTS.clear();
  }

  @AfterEach
  void tellFaults() {
    assertEquals("", String.join("\n", FAULTS), FAULTS.size() + " faults");
  }

  private static CliCase.CommandResult check(String from, InProcessCli cli, List<String> words) {
    CliCase.CommandResult result = cli.run(words.toArray(String[]::new));
    String shown = Json.texts(words).write();
    String where = from + ": " + shown.substring(0, Math.min(shown.length(), 200));
    int at = words.indexOf("--format");
    look(where, at < 0 ? "text" : words.get(at + 1), result.stdout());
    look(where, "text", result.stderr());
    COUNTS.merge(from, 1, Integer::sum);
    return result;
  }

  /// The words of a command in each of its formats.
  private static List<List<String>> inEachFormat(Command command, List<String> words) {
    List<List<String>> all = new ArrayList<>();
    List<String> formats = command.options().formats();
    for (String format : formats.isEmpty() ? List.of("text") : formats) {
      List<String> line = new ArrayList<>(Arrays.asList(command.name().split(" ")));
      if (!formats.isEmpty()) {
        line.addAll(List.of("--format", format));
      }
      line.addAll(words);
      all.add(line);
    }
    return all;
  }

  private static List<Command> commands() {
    return Commands.all().stream().filter(c -> !SERVERS.contains(c.name())).toList();
  }

  private InProcessCli cli(EmulatedCli server) {
    return server.client(folder);
  }

  @Test
  void argumentsStayText() {
    try (EmulatedCli server = new EmulatedCli()) {
      for (Command command : commands()) {
        Options options = command.options();
        int operands = Math.max(1, options.minOperands());
        for (String text : TEXTS) {
          List<String> words = new ArrayList<>(List.of("--"));
          for (int i = 0; i < operands; i++) {
            words.add(text);
          }
          List<String> line = new ArrayList<>(Arrays.asList(command.name().split(" ")));
          line.addAll(words);
          check("arguments", cli(server), line);
        }
        for (List<String> line : inEachFormat(command, List.of("--", EVERY, EVERY))) {
          check("arguments", cli(server), line);
        }
        List<Option> all = new ArrayList<>(options.options());
        all.addAll(Options.GLOBAL);
        for (Option option : all) {
          if (option.takesValue() && !option.name().equals("--output")) {
            for (List<String> line : inEachFormat(command, List.of(option.name() + "=" + EVERY))) {
              check("options", cli(server), line);
            }
          }
        }
      }
      for (String text : TEXTS) {
        check("arguments", cli(server), List.of(text));
        check("arguments", cli(server), List.of("state", text));
        check("arguments", cli(server), List.of("lint", "--" + text));
        check("arguments", cli(server), List.of("lint", "--format", text));
        check("arguments", cli(server), List.of("__complete", "lint", text));
        check("arguments", cli(server), List.of("emulate", "--now", text));
        check("arguments", cli(server), List.of("emulate", "--reading", text));
      }
    }
  }

  @Test
  void definitionsStayText() throws IOException {
    HostileProject.writeAll(folder, TEXTS);
    try (EmulatedCli server = new EmulatedCli()) {
      for (Command command : commands()) {
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < command.options().minOperands(); i++) {
          operands.add("p4");
        }
        for (List<String> line : inEachFormat(command, operands)) {
          check("definitions", cli(server), line);
          if (line.contains("text")) {
            check("definitions", cli(server).terminal(), line);
          }
        }
      }
      for (String name : List.of("--sarif-out", "--junit-out", "--github-out")) {
        check("definitions", cli(server), List.of("lint", name, "report"));
      }
      for (String more : List.of("--strict", "--fix", "--fix=unsafe", "--diff")) {
        check("definitions", cli(server), List.of("lint", "--fix", "--diff", more));
      }
      check("definitions", cli(server), List.of("fmt", "--diff"));
      check("definitions", cli(server), List.of("__complete", "plan", ""));
      check("definitions", cli(server), List.of("__complete", "explain", "value", ""));
    }
  }

  @Test
  void namesOfFilesStayText() throws IOException {
    int written = 0;
    for (String text : TEXTS) {
      try {
        String name = text.replace("/", "").replace("\u0000", "") + ".process.yaml";
        Files.writeString(folder.resolve(name), "procc: v1\nkind: Process\nkey: [1\n");
        written++;
      } catch (InvalidPathException | IOException notHere) {
        // This file system does not allow the name.
      }
    }
    assertTrue(written > 20, "files: " + written);
    try (EmulatedCli server = new EmulatedCli()) {
      for (Command command : commands()) {
        for (List<String> line : inEachFormat(command, List.of())) {
          check("names of files", cli(server), line);
        }
      }
      check("names of files", cli(server), List.of("fmt", "--diff"));
      check("names of files", cli(server), List.of("lint", "--fix"));
    }
  }

  @Test
  void liveProcessesStayText() throws IOException {
    List<String> keys = HostileProject.writeSound(folder, HostileProject.soundTexts(), "");
    try (EmulatedCli server = new EmulatedCli()) {
      CliCase.CommandResult applied = check("live", cli(server), List.of("apply", "--yes"));
      assertEquals(0, applied.exit(), applied.stderr() + applied.stdout());
      HostileProject.writeSound(folder, HostileProject.soundTexts(), "another ");
      check("live", cli(server), List.of("plan", "--save", "plan.json"));
      for (String format : List.of("text", "json", "markdown", "html")) {
        check("live", cli(server), List.of("show", "plan.json", "--format", format));
      }
      for (String by : List.of("cause", "process", "person", "date")) {
        check("live", cli(server), List.of("plan", "--detail", "--group-by", by));
        check("live", cli(server).terminal(), List.of("plan", "--detail", "--group-by", by));
      }
      int asked = 0;
      for (String key : keys) {
        for (String command : List.of("apply", "trash", "run")) {
          InProcessCli cli = cli(server).terminal();
          check("prompts", cli, List.of(command, key, "--verbose"));
          asked += cli.stderr().contains("Type ") ? 1 : 0;
        }
      }
      assertTrue(asked > keys.size(), asked + " prompts for " + keys.size() + " processes");
      check("live", cli(server), List.of("apply", "--yes", "--verbose"));
      check("live", cli(server), List.of("run", keys.getFirst(), "--yes"));
      for (Command command : commands()) {
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < command.options().minOperands(); i++) {
          operands.add(keys.getFirst());
        }
        for (List<String> line : inEachFormat(command, operands)) {
          check("live", cli(server), line);
        }
      }
      HostileProject.writeSound(folder, HostileProject.soundTexts(), "a third ");
      check("live", cli(server), List.of("plan", "--run", keys.getFirst()));
      check("live", cli(server), List.of("plan", "--run", keys.getFirst(), "--save", "run.json"));
      for (String format : List.of("text", "json", "markdown", "html")) {
        check("live", cli(server), List.of("show", "run.json", "--format", format));
      }
    }
  }

  @Test
  void recordsAndPlansStayText() throws IOException {
    List<String> keys = HostileProject.writeSound(folder, List.of("Close"), "");
    try (EmulatedCli server = new EmulatedCli()) {
      check("records", cli(server), List.of("apply", "--yes"));
      check("records", cli(server), List.of("plan", "--save", "plan.json"));
      List<Path> files = new ArrayList<>(Folders.files(folder.resolve("procc.state")));
      files.removeIf(file -> !file.toString().endsWith(".json"));
      files.add(folder.resolve("plan.json"));
      for (Path file : files) {
        String sound = Files.readString(file);
        for (String text : TEXTS) {
          Files.write(
              file, HostileTexts.inPlaceOfTexts(sound, text).getBytes(StandardCharsets.UTF_8));
          String name = folder.relativize(file).toString();
          if (name.equals("plan.json")) {
            check("plan files", cli(server), List.of("show", name));
            check("plan files", cli(server), List.of("apply", name, "--yes"));
          } else {
            check("records", cli(server), List.of("state", "list"));
            check("records", cli(server), List.of("state", "show", keys.getFirst()));
            check("records", cli(server), List.of("log", keys.getFirst()));
            check("records", cli(server), List.of("plan"));
          }
        }
        Files.writeString(file, sound);
      }
    }
  }

  @Test
  void answersOfServersStayText() throws IOException {
    HostileProject.writeSound(folder, List.of("Close"), "");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int[] asked = new int[1];
    server.createContext(
        "/",
        exchange -> {
          String text = TEXTS.get(asked[0] % TEXTS.size());
          Json error =
              Json.object().put("code", text).put("message", text).put("target", text).build();
          Json process =
              Json.object()
                  .put("id", text)
                  .put("name", text)
                  .put("status", text)
                  .put("revision", 1)
                  .build();
          boolean list = asked[0] / TEXTS.size() % 2 == 1;
          Json.Builder body = Json.object().put("error", error).put("errors", Json.array(error));
          body.put("code", text).put("message", text).put("data", Json.array(process));
          byte[] bytes =
              body.put("@nextLink", list ? null : text)
                  .build()
                  .write()
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(list ? 200 : 400, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      for (int round = 0; round < 2 * TEXTS.size(); round++) {
        for (String command : List.of("list", "plan", "validate p0")) {
          asked[0] = round;
          InProcessCli cli =
              new InProcessCli(folder)
                  .variable("PROCC_API_URL", base)
                  .variable("PROCC_TOKEN", "t")
                  .variable("PROCC_AS_OF", "2024-10-01");
          check("servers", cli, Arrays.asList(command.split(" ")));
        }
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void crashesStayText() {
    for (String text : TEXTS) {
      for (String format : new TreeSet<>(List.of("text", "json", "sarif", "github", "junit"))) {
        InProcessCli cli = new InProcessCli(folder).variable("PROCC_DEBUG", "1");
        Throwable thrown = new IllegalStateException(text, new IOException(text));
        FailureReporter reporter =
            new FailureReporter(cli.env(), new String[] {"lint", "--format", format});
        reporter.setCommand("lint");
        assertEquals(1, reporter.reportCrash(thrown));
        String where = "a crash with " + Json.of(text).write();
        look(where, "text", cli.stderr().replace("internal error", "crash"));
        look(where, format, cli.stdout().replace("internal error", "crash"));
        COUNTS.merge("crashes", 1, Integer::sum);
      }
    }
  }
}
