package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.emulator.Emulator;
import dev.procc.emulator.EmulatorException;
import dev.procc.emulator.EmulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;

/// Runs command lines in this process with an emulator of their own, both on the same day.
final class EmulatedCli implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Emulator emulator;
  private final URI base;
  private LocalDate today;

  EmulatedCli() {
    this(LocalDate.of(2024, 10, 1));
  }

  EmulatedCli(LocalDate today) {
    this.today = today;
    emulator = new Emulator(EmulatorOptions.defaults().withNow(today).withSalt("stable"));
    try {
      base = emulator.start();
    } catch (EmulatorException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The address of the emulator.
  String url() {
    return base.toString();
  }

  /// Runs a command line in a folder.
  CliCase.CommandResult run(Path directory, String... words) {
    return client(directory).run(words);
  }

  /// A command line in a folder that has not run yet.
  InProcessCli client(Path directory) {
    return new InProcessCli(directory)
        .variable("PROCC_API_URL", base.toString())
        .variable("PROCC_TOKEN", "t")
        .variable("PROCC_AS_OF", today.toString());
  }

  /// Sets today's date for both.
  void setToday(LocalDate day) throws IOException {
    today = day;
    send("POST", "/_emulator/clock", "{\"now\":\"" + day + "\"}");
  }

  /// Calls the emulator without a body.
  String send(String method, String path) throws IOException {
    return send(method, path, "");
  }

  /// Calls the emulator and returns the body of the answer, which must be a success.
  String send(String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Bearer t")
            .header("X-Version", "2026-04-01.processes.preview")
            .header(
                "Content-Type",
                method.equals("PATCH") ? "application/json-patch+json" : "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      assertTrue(response.statusCode() < 300, method + " " + path + ": " + response.body());
      return response.body();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    emulator.close();
  }
}
