package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.Emulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The built binary, killed with -9 while a call is in flight, with its folder kept or lost, and
/// both stores of the ledger. Afterwards there is exactly one live process and the old one can be
/// restored, or, with a lost folder and the file store, a refusal that names the ids.
///
/// `-Dprocc.command=...` runs another command than `target/procc/bin/procc`.
@Tag("heavy")
final class KillIT {
  private static final String PLAIN =
      """
      procc: v1
      kind: Process
      key: close
      name: Kill test
      dueDate: 2025-01-15
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: Work
        parallel: false
        children:
          - sendTask: recon
            title: Reconcile
            assignee: { id: u1, type: user }
            dueDate: 2024-12-13
      """;
  private static final String MORE =
"""
    - sendTask: review
      title: Review
      assignee: { id: u1, type: user }
      dueDate: 2024-12-20
""";

  @TempDir Path dir;
  private final HttpClient http = HttpClient.newHttpClient();
  private URI api = URI.create("http://127.0.0.1");

  /// @param step of the ledger at which the kill comes
  /// @param operation of the emulator that is held up then
  /// @param effect whether the server carries the call out after the kill, or never saw it
  record Case(String step, String operation, boolean effect, boolean kept, boolean branch) {}

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    String[][] steps = {
      {"patching", "patchProcess"},
      {"renaming", "batchUpdateProcess"},
      {"creating", "createProcess"},
      {"created", "validateProcess"},
      {"switched", "trashProcess"}
    };
    for (String[] step : steps) {
      for (int bits = 0; bits < 8; bits++) {
        cases.add(new Case(step[0], step[1], (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0));
      }
    }
    String only = System.getProperty("procc.kill", "");
    return cases.stream().filter(c -> only.isEmpty() || c.toString().matches(only));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void oneProcessIsLeft(Case one) throws Exception {
    try (Emulator emulator =
        new Emulator(Emulator.Options.standard().withNow(LocalDate.of(2024, 10, 1)))) {
      api = emulator.start();
      Path work = workspace(one);
      write(work, PLAIN);
      Ran first = procc(one, work, "apply", "--yes");
      assertEquals(0, first.exit, first.text);
      String old = live().get(0);
      commitState(one, work);

      boolean inPlace = one.step().equals("patching") || one.step().equals("renaming");
      write(
          work,
          inPlace
              ? PLAIN.replace("Kill test", "Killed").replace("Reconcile", "Check")
              : PLAIN + MORE);
      kill(one, work);
      Path after = one.kept() ? work : lost(one, work);

      Ran resumed = procc(one, after, "apply", "--resume", "--yes");
      assertEquals(0, resumed.exit, resumed.text);
      Ran plan = procc(one, after, "plan", "--detailed-exitcode");
      if (plan.exit == 4) {
        assertTrue(!one.kept() && !one.branch(), plan.text);
        for (String id : live()) {
          assertTrue(plan.text.contains(id), plan.text + " should name " + id);
        }
        assertTrue(live().size() <= 2 && plan.text.contains("procc adopt"), plan.text);
        return;
      }
      Ran rest = procc(one, after, "apply", "--yes");
      assertEquals(0, rest.exit, rest.text);
      Ran empty = procc(one, after, "plan", "--detailed-exitcode");
      assertEquals(0, empty.exit, empty.text);
      assertEquals(1, live().size());
      if (!inPlace) {
        assertEquals(200, send("POST", "/processes/" + old + "/restore", ""));
      }
    }
  }

  /// Starts the apply, waits for the step, kills it while the call is held up.
  private void kill(Case one, Path work) throws Exception {
    String fault = "{\"on\":\"" + one.operation() + "\",\"do\":\"delay\",\"millis\":2500}";
    assertEquals(200, send("POST", "/_emulator/faults", fault));
    if (!one.effect()) {
      String drop = "{\"on\":\"" + one.operation() + "\",\"do\":\"drop-before\"}";
      assertEquals(200, send("POST", "/_emulator/faults", drop));
    }
    Process apply = start(one, work, "apply", "--yes");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!state(one, work).contains("\"step\":\"" + one.step() + "\"")) {
      assertTrue(System.nanoTime() < end && apply.isAlive(), () -> "never came to " + one.step());
      Thread.sleep(20);
    }
    Thread.sleep(600);
    apply.destroyForcibly().waitFor();
    Thread.sleep(2500);
  }

  private String state(Case one, Path work) throws Exception {
    if (one.branch()) {
      Ran shown =
          run(
              dir.resolve("remote.git"),
              List.of("git", "show", "procc-state/default:procc.state/default/close.json"));
      return shown.text;
    }
    Path file = work.resolve("procc.state/default/close.json");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private Path workspace(Case one) throws Exception {
    Path work = Files.createDirectories(dir.resolve("work"));
    if (one.branch()) {
      git(dir, "init", "--quiet", "--bare", "remote.git");
      git(work, "init", "--quiet");
      git(work, "remote", "add", "origin", dir.resolve("remote.git").toString());
    }
    return work;
  }

  private static void write(Path work, String text) throws IOException {
    Files.writeString(work.resolve("close.process.yaml"), text);
  }

  /// What is committed before the apply that dies: the state as the last one left it.
  private void commitState(Case one, Path work) throws IOException {
    if (!one.branch()) {
      Files.copy(work.resolve("procc.state/default/close.json"), dir.resolve("committed.json"));
    }
  }

  /// Another machine: the definition and what was committed, nothing else.
  private Path lost(Case one, Path work) throws Exception {
    Path fresh = Files.createDirectories(dir.resolve("fresh"));
    Files.copy(work.resolve("close.process.yaml"), fresh.resolve("close.process.yaml"));
    if (one.branch()) {
      git(fresh, "init", "--quiet");
      git(fresh, "remote", "add", "origin", dir.resolve("remote.git").toString());
    } else {
      Path state = Files.createDirectories(fresh.resolve("procc.state/default"));
      Files.copy(dir.resolve("committed.json"), state.resolve("close.json"));
    }
    return fresh;
  }

  private record Ran(int exit, String text) {}

  private static void git(Path in, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Ran ran = run(in, command);
    assertEquals(0, ran.exit, ran.text);
  }

  private static Ran run(Path in, List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), text);
  }

  private Ran procc(Case one, Path in, String... words) throws Exception {
    Process process = start(one, in, words);
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), text);
  }

  private Process start(Case one, Path in, String... words) throws IOException {
    String given =
        Optional.ofNullable(System.getProperty("procc.command"))
            .orElse(
                Path.of(System.getProperty("procc.dist", "target/procc"), "bin", "procc")
                    .toAbsolutePath()
                    .toString());
    List<String> command = new ArrayList<>(List.of(given.split(" ")));
    command.addAll(List.of(words));
    command.addAll(
        words[0].equals("apply") && List.of(words).contains("--resume")
            ? List.of()
            : List.of("--as-of", "2024-10-01"));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
    builder.environment().put("PROCC_API_URL", api.toString());
    builder.environment().put("PROCC_TOKEN", "t");
    builder.environment().put("PROCC_STATE", one.branch() ? "branch" : "file");
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private int send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve(path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Bearer t")
            .header("X-Version", "2026-04-01.processes.preview")
            .build();
    return http.send(request, BodyHandlers.ofString()).statusCode();
  }

  private List<String> live() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve("/processes"))
            .header("Authorization", "Bearer t")
            .header("X-Version", "2026-04-01.processes.preview")
            .build();
    Json.Obj page = (Json.Obj) JsonReader.read(http.send(request, BodyHandlers.ofString()).body());
    List<String> ids = new ArrayList<>();
    for (Json item : page.items("data")) {
      ids.add(((Json.Obj) item).text("id").orElseThrow());
    }
    return ids;
  }
}
