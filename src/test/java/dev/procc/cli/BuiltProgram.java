package dev.procc.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the built program in a clean environment.
final class BuiltProgram {
  /// The distribution under test.
  static final Path DIST =
      Path.of(System.getProperty("procc.dist", "target/procc")).toAbsolutePath();

  private BuiltProgram() {}

  /// The program itself.
  static final String PROCC = DIST.resolve("bin/procc").toString();

  /// A process builder whose environment has nothing of this machine but its tools.
  static ProcessBuilder process(Path directory, List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
    Map<String, String> environment = builder.environment();
    String tools = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", DIST.resolve("bin") + ":" + tools);
    environment.put("LC_ALL", "C");
    environment.put("HOME", directory.toString());
    return builder;
  }

  static CliCase.CommandResult run(Path directory, String... words) throws IOException {
    return run(process(directory, List.of(words)));
  }

  static CliCase.CommandResult run(ProcessBuilder builder) throws IOException {
    Path out = Files.createTempFile("procc", ".out");
    Path err = Files.createTempFile("procc", ".err");
    try {
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IOException("still running after a minute: " + builder.command());
      }
      return new CliCase.CommandResult(
          process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /// A local Processes API, ended by `close`.
  record EmulatorProcess(Process server, String url) implements AutoCloseable {
    static EmulatorProcess start(Path directory, String words) throws IOException {
      List<String> command = new ArrayList<>(List.of(PROCC, "emulate", "--port", "0"));
      if (!words.isBlank()) {
        command.addAll(List.of(words.strip().split(" +", -1)));
      }
      ProcessBuilder builder = BuiltProgram.process(directory, command);
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String line = out.readLine();
      if (line == null || !line.startsWith("listening on ")) {
        process.destroyForcibly();
        throw new IOException("the emulator said: " + line);
      }
      Thread.ofVirtual().start(() -> drain(out));
      return new EmulatorProcess(process, line.substring("listening on ".length()).strip());
    }

    private static void drain(BufferedReader out) {
      try {
        while (out.readLine() != null) {
          // only so that the server never waits for a reader
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      server.destroy();
      try {
        if (!server.waitFor(10, TimeUnit.SECONDS)) {
          server.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        server.destroyForcibly();
      }
    }
  }
}
