package dev.procc.cli;

import dev.procc.testing.Folders;
import dev.procc.testing.Scripts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Runs shell scripts with a `procc` on their path that runs in this process: starting the program
/// costs more than most of what scripts ask of it.
///
/// That `procc` leaves its arguments, environment, folder and standard input as files and announces
/// them through a pipe; what the run prints is written next to them.
final class InProcessShell implements AutoCloseable {
  private static final String CALL =
      """
      #!/bin/sh
      call="CALLS/call-$$"
      mkdir "$call" && mkfifo "$call/exit"
      pwd > "$call/folder"
      env -0 > "$call/variables"
      : > "$call/words"
      [ $# -eq 0 ] || printf '%s\\0' "$@" > "$call/words"
      cat > "$call/in"
      echo "$call" > "CALLS/calls"
      read -r code < "$call/exit"
      cat "$call/out"
      cat "$call/err" >&2
      rm -r "$call"
      exit "$code"
      """;

  private final Path directory;
  private final Path calls;
  private final RandomAccessFile pipe;
  private final List<Thread> emulators = new ArrayList<>();
  private final Map<String, String> variables = new LinkedHashMap<>();

  /// @param directory the folder in which scripts run
  InProcessShell(Path directory) throws IOException {
    this.directory = directory;
    calls = Files.createTempDirectory("procc-shell").toRealPath();
    Scripts.write(calls.resolve("bin/procc"), CALL.replace("CALLS", calls.toString()));
    Path named = calls.resolve("calls");
    BuiltProgram.run(directory, "mkfifo", named.toString());
    pipe = new RandomAccessFile(named.toFile(), "rw"); // also to write, so that it never ends
    Thread.ofPlatform().daemon().start(this::answerCalls);
  }

  /// Starts an emulator that later scripts find as their API.
  void emulate(String words) {
    InProcessCli cli = new InProcessCli(directory);
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(() -> cli.run(("emulate --port 0 " + words.strip()).split(" +", -1)));
    emulators.add(thread);
    String line = "";
    while (!line.contains("\n")) {
      if (!thread.isAlive()) {
        throw new IllegalStateException("the emulator ended: " + cli.stderr());
      }
      LockSupport.parkNanos(1_000_000);
      line = cli.stdout();
    }
    variables.put("PROCC_API_URL", line.strip().substring("listening on ".length()));
    variables.put("PROCC_TOKEN", "case");
  }

  CliCase.CommandResult run(Path script) throws IOException {
    ProcessBuilder builder =
        BuiltProgram.process(directory, List.of("sh", "-u", script.toString()));
    String tools = builder.environment().get("PATH");
    builder.environment().put("PATH", calls.resolve("bin") + ":" + tools);
    builder.environment().putAll(variables);
    return BuiltProgram.run(builder);
  }

  private void answerCalls() {
    // No virtual threads: a thread that waits for a pipe holds its carrier.
    try (pipe) {
      while (true) {
        String call = pipe.readLine();
        if (call == null || call.isEmpty()) {
          return;
        }
        Thread.ofPlatform().daemon().start(() -> answer(Path.of(call)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(Path call) {
    try {
      InProcessCli cli =
          new InProcessCli(Path.of(Files.readString(call.resolve("folder")).strip()));
      for (String variable : texts(call.resolve("variables"))) {
        int at = variable.indexOf('=');
        cli.variable(variable.substring(0, at), variable.substring(at + 1));
      }
      CliCase.CommandResult result =
          cli.input(Files.readAllBytes(call.resolve("in")))
              .run(texts(call.resolve("words")).toArray(String[]::new));
      Files.writeString(call.resolve("out"), result.stdout());
      Files.writeString(call.resolve("err"), result.stderr());
      Files.writeString(call.resolve("exit"), result.exit() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The texts of a file, each ended by a NUL.
  private static List<String> texts(Path file) throws IOException {
    List<String> texts = new ArrayList<>(List.of(Files.readString(file).split("\0", -1)));
    texts.removeLast();
    return texts;
  }

  @Override
  public void close() throws IOException {
    pipe.write('\n');
    emulators.forEach(Thread::interrupt);
    Folders.delete(calls);
  }
}
