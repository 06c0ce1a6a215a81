package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.Emulator;
import dev.procc.emulator.EmulatorOptions;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// A folder with a definition, the built program, and an emulator behind a proxy.
///
/// `-Dprocc.command=...` runs another command than `target/procc/bin/procc`.
final class BuiltProgramFixture implements AutoCloseable {
  static final String DAY = "2024-10-01";

  /// The result of a run of the program, its two streams as one text.
  record ProgramResult(int exit, String text) {}

  final InterceptingProxy tap;
  private final Emulator emulator;
  private final URI api;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path top;
  private final boolean branch;
  private Path work;

  /// @param top an empty folder for all of it
  /// @param branch whether the ledger is on a branch of its own, of a remote next to the folder
  BuiltProgramFixture(Path top, boolean branch) throws Exception {
    this.top = top;
    this.branch = branch;
    emulator = new Emulator(EmulatorOptions.defaults().withNow(LocalDate.parse(DAY)));
    api = emulator.start();
    tap = new InterceptingProxy(api);
    work = Files.createDirectories(top.resolve("work"));
    if (branch) {
      git(top, "init", "--quiet", "--bare", "remote.git");
      clone(work);
    }
  }

  private void clone(Path folder) throws Exception {
    git(folder, "init", "--quiet");
    git(folder, "remote", "add", "origin", top.resolve("remote.git").toString());
  }

  /// Writes the definition, or removes it if the text is empty.
  void define(String text) throws IOException {
    Path file = work.resolve("close.process.yaml");
    if (text.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      Files.writeString(file, text);
    }
  }

  /// Saves what a commit of the folder would contain now.
  void commit() throws IOException {
    Path committed = top.resolve("committed");
    Folders.delete(committed);
    Folders.copy(work.resolve("procc.state"), committed);
  }

  /// Continues as another machine would: with only the definition and what was committed.
  void loseFolder() throws Exception {
    Path fresh = Files.createDirectories(top.resolve("fresh"));
    Path file = work.resolve("close.process.yaml");
    if (Files.exists(file)) {
      Files.copy(file, fresh.resolve("close.process.yaml"));
    }
    if (branch) {
      clone(fresh);
    } else {
      Folders.copy(top.resolve("committed"), fresh.resolve("procc.state"));
    }
    work = fresh;
  }

  /// The file of the ledger in the folder, whichever store is used.
  String ledger() throws Exception {
    if (branch) {
      ProgramResult shown =
          run(
              top.resolve("remote.git"),
              List.of("git", "show", "procc-state/default:procc.state/default/close.json"));
      return shown.exit == 0 ? shown.text : "";
    }
    Path file = work.resolve("procc.state/default/close.json");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  ProgramResult procc(String... words) throws Exception {
    Process process = start(words);
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new ProgramResult(process.waitFor(), text);
  }

  /// Starts the program; an interrupt ends it even if this program ignores interrupts.
  Process start(String... words) throws IOException {
    String given =
        Optional.ofNullable(System.getProperty("procc.command"))
            .orElse(
                Path.of(System.getProperty("procc.dist", "target/procc"), "bin", "procc")
                    .toAbsolutePath()
                    .toString());
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(List.of(given.split(" ")));
    command.addAll(List.of(words));
    if (List.of("plan", "apply").contains(words[0]) && !List.of(words).contains("--resume")) {
      command.addAll(List.of("--as-of", DAY));
    }
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true);
    builder.environment().put("PROCC_API_URL", tap.url().toString());
    builder.environment().put("PROCC_TOKEN", "t");
    builder.environment().put("PROCC_STATE", branch ? "branch" : "file");
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /// Ids of the processes that are live, sorted.
  List<String> live() throws Exception {
    TreeSet<String> ids = new TreeSet<>();
    for (Json item : json(send("GET", "/processes", "")).items("data")) {
      ids.add(((Json.Obj) item).text("id").orElseThrow());
    }
    return List.copyOf(ids);
  }

  private static Json.Obj json(HttpResponse<String> answer) throws JsonException {
    return (Json.Obj) JsonReader.read(answer.body());
  }

  /// Sends a request to the emulator, past the proxy.
  HttpResponse<String> send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve(path))
            .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
            .header("Authorization", "Bearer t")
            .header("X-Version", "2026-04-01.processes.preview")
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static void git(Path in, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProgramResult ran = run(in, command);
    assertEquals(0, ran.exit, ran.text);
  }

  private static ProgramResult run(Path in, List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new ProgramResult(process.waitFor(), text);
  }

  /// Sends a signal, and returns when it was sent.
  static void signal(Process process, String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    kill.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    tap.close();
    emulator.close();
    http.close();
  }
}
