package dev.procc.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/// Runs a command line without a process of its own.
final class InProcess {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final Path directory;
  private Clock clock = Clock.systemUTC();
  private boolean terminal;
  private int columns;
  private String input = "";

  InProcess(Path directory) {
    this.directory = directory;
  }

  InProcess variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  InProcess terminal() {
    terminal = true;
    return this;
  }

  /// A terminal of so many columns.
  InProcess terminal(int wide) {
    columns = wide;
    return terminal();
  }

  InProcess at(Instant now) {
    clock = Clock.fixed(now, ZoneOffset.UTC);
    return this;
  }

  InProcess input(String text) {
    input = text;
    return this;
  }

  Env env() {
    return new Env(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, false, StandardCharsets.UTF_8),
        variables,
        directory,
        clock,
        terminal,
        terminal,
        columns);
  }

  /// What was printed so far.
  String stdout() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /// What was said on standard error so far.
  String stderr() {
    return err.toString(StandardCharsets.UTF_8);
  }

  CliCase.Result run(String... words) {
    Env env = env();
    int exit = Main.run(env, words);
    env.out().flush();
    env.err().flush();
    return new CliCase.Result(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
