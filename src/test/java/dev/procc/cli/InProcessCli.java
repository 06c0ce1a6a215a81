package dev.procc.cli;

import dev.procc.cli.frame.Environment;
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
import java.util.regex.Pattern;

/// Runs a command line in this process.
final class InProcessCli {
  /// The progress line that a slow machine makes a command print on a terminal, and its removal.
  private static final Pattern WORK =
      Pattern.compile("\r\u001b\\[K(?:[^\r\n]*\\(Ctrl-C stops\\))?");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final Path directory;
  private Clock clock = Clock.systemUTC();
  private boolean terminal;
  private int columns;
  private byte[] input = {};

  InProcessCli(Path directory) {
    this.directory = directory;
  }

  InProcessCli variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  InProcessCli terminal() {
    terminal = true;
    return this;
  }

  /// Runs on a terminal with so many columns.
  InProcessCli terminal(int wide) {
    columns = wide;
    return terminal();
  }

  InProcessCli atInstant(Instant now) {
    clock = Clock.fixed(now, ZoneOffset.UTC);
    return this;
  }

  InProcessCli input(String text) {
    return input(text.getBytes(StandardCharsets.UTF_8));
  }

  InProcessCli input(byte[] bytes) {
    input = bytes;
    return this;
  }

  Environment env() {
    return new Environment(
        new ByteArrayInputStream(input),
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, false, StandardCharsets.UTF_8),
        variables,
        directory,
        clock,
        terminal ? "12" : "",
        columns);
  }

  /// The standard output so far.
  String stdout() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /// The standard error so far.
  String stderr() {
    return err.toString(StandardCharsets.UTF_8);
  }

  CliCase.CommandResult run(String... words) {
    Environment env = env();
    int exit = Main.run(env, words);
    env.out().flush();
    env.err().flush();
    return new CliCase.CommandResult(exit, stdout(), WORK.matcher(stderr()).replaceAll(""));
  }
}
