package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Durability: every answered write survives kill -9, and a log that is cut anywhere in a line.
final class DurabilityTest {
  @TempDir Path folder;

  private LocalEmulator open() {
    return new LocalEmulator(LocalEmulator.options().withData(folder));
  }

  @Test
  void whatWasAnsweredIsThereAgain() throws IOException {
    String process;
    String run;
    String before;
    try (LocalEmulator local = open()) {
      process = local.create(LocalEmulator.process(LocalEmulator.job("A"), LocalEmulator.job("B")));
      run = local.post("/processes/" + process + "/run", "").text("id");
      Json task = local.look("tasks").array().getFirst();
      local.control("tasks/" + ((Json.Obj) task).text("task").orElseThrow() + "/complete");
      before = local.get("/processRuns/" + run).raw().body();
    }
    try (LocalEmulator local = open()) {
      assertEquals(before, local.get("/processRuns/" + run).raw().body());
      assertTrue(!process.equals(local.create(LocalEmulator.process())));
    }
  }

  @Test
  void aTornLineIsCutOffAndADamagedOneIsNamed() throws IOException {
    String process;
    try (LocalEmulator local = open()) {
      process = local.create(LocalEmulator.process());
    }
    Path log = folder.resolve("emulator.log");
    Files.writeString(log, "[[\"process\",\"x\",{\"pro", StandardOpenOption.APPEND);
    try (LocalEmulator local = open()) {
      assertEquals(200, local.get("/processes/" + process).status());
      assertEquals(1, local.look("processes").array().size());
    }
    Files.writeString(log, "damaged\n" + Files.readString(log));
    Emulator emulator = new Emulator(LocalEmulator.options().withData(folder));
    EmulatorException fault = assertThrows(EmulatorException.class, emulator::start);
    assertTrue(fault.message().contains("line 1"), fault.message());
  }

  @Test
  void aFolderHasOneEmulator() {
    LocalEmulator first = open();
    Emulator second = new Emulator(LocalEmulator.options().withData(folder));
    EmulatorException fault = assertThrows(EmulatorException.class, second::start);
    assertTrue(fault.message().startsWith("another emulator uses"), fault.message());
    first.close();
    open().close();
  }

  @Test
  void killNineLosesNothingThatWasAnswered() throws Exception {
    Map<String, String> answered = new ConcurrentHashMap<>();
    Process child = startEmulator();
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      URI base = URI.create(out.readLine());
      for (int i = 0; i < 8; i++) {
        String client = "client " + i;
        clients.execute(() -> write(http, base, client, answered));
      }
      while (answered.size() < 8 || answered.values().stream().noneMatch(n -> n.endsWith(" 9"))) {
        assertTrue(child.isAlive());
        TimeUnit.MILLISECONDS.sleep(5);
      }
      child.destroyForcibly().waitFor();
      clients.shutdownNow();
    }
    assertTrue(answered.size() >= 8);
    try (LocalEmulator local = open()) {
      for (Map.Entry<String, String> entry : answered.entrySet()) {
        LocalEmulator.LocalResponse answer = local.get("/processes/" + entry.getKey());
        assertEquals(200, answer.status(), entry.getKey());
        long have = number(answer.text("name"));
        long acknowledged = number(entry.getValue());
        assertTrue(have >= acknowledged, have + " < " + acknowledged);
        assertEquals(have + 1, answer.object().integer("revision").orElse(0L));
      }
    }
  }

  private static long number(String name) {
    return Long.parseLong(name.substring(name.lastIndexOf(' ') + 1));
  }

  private Process startEmulator() throws IOException {
    String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            program,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path") + File.pathSeparator + classes(),
            "dev.procc.emulator.KillableEmulator",
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// The class path of the program, the tests and Jackson.
  private static String classes() {
    StringBuilder path = new StringBuilder();
    for (Class<?> type :
        new Class<?>[] {
          Emulator.class,
          KillableEmulator.class,
          tools.jackson.core.JsonParser.class,
          org.jspecify.annotations.Nullable.class
        }) {
      path.append(type.getProtectionDomain().getCodeSource().getLocation().getPath());
      path.append(File.pathSeparator);
    }
    return path.toString();
  }

  /// Creates a process and renames it until the server is gone.
  ///
  /// @param answered receives the names that were answered
  private static void write(
      HttpClient http, URI base, String client, Map<String, String> answered) {
    try {
      String body = LocalEmulator.process().replaceFirst("\"Close\"", "\"" + client + " 0\"");
      HttpResponse<String> created = send(http, base, "POST", "/processes", body);
      String id = ((Json.Obj) LocalEmulator.json(created.body())).text("id").orElseThrow();
      answered.put(id, client + " 0");
      for (int i = 1; i < 10_000; i++) {
        String name = client + " " + i;
        String patch = "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"" + name + "\"}]";
        if (send(http, base, "PATCH", "/processes/" + id, patch).statusCode() != 200) {
          return;
        }
        answered.put(id, name);
      }
    } catch (IOException | InterruptedException gone) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpResponse<String> send(
      HttpClient http, URI base, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json-patch+json")
            .header("Authorization", "Bearer x")
            .header("X-Version", LocalEmulator.VERSION)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
