package dev.procc.cli;

import dev.procc.base.json.Json;
import dev.procc.view.report.PlanOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of a command: what it was given, and where its result goes.
///
/// What is printed is kept until the command has ended and then written at once, to standard output
/// or to the file of `--output`. A command that talks while it runs (a server, a watch) uses
/// `stream` instead.
public final class Call {
  private static final int LEAST_COLUMNS = 60;
  private static final int MOST_COLUMNS = 160;

  private final Env env;
  private final Args args;
  private final String command;
  private final String format;
  private final StringBuilder result = new StringBuilder();

  Call(Env env, Args args, String command, String format) {
    this.env = env;
    this.args = args;
    this.command = command;
    this.format = format;
  }

  public Env env() {
    return env;
  }

  public Args args() {
    return args;
  }

  /// The name of the command.
  public String command() {
    return command;
  }

  /// The format asked for, one of the command's own; its default when none was.
  public String format() {
    return format;
  }

  /// Whether the result is to be JSON.
  public boolean json() {
    return format.equals("json");
  }

  /// The words that are no options.
  public List<String> operands() {
    return args.operands();
  }

  /// The project file named by `--config` or `PROCC_CONFIG`.
  public @Nullable Path config() {
    String given = args.value("--config", orEmpty(env.variable("PROCC_CONFIG")));
    return given.isEmpty() ? null : path(given);
  }

  /// The target named by `--target` or `PROCC_TARGET`.
  public @Nullable String target() {
    String given = args.value("--target");
    return given != null ? given : env.variable("PROCC_TARGET");
  }

  public boolean quiet() {
    return args.has("--quiet");
  }

  public boolean verbose() {
    return args.has("--verbose");
  }

  /// A path of the command line, made absolute.
  public Path path(String given) {
    return env.directory().resolve(given);
  }

  /// Whether the result is to be coloured: `--color` over `NO_COLOR` over `FORCE_COLOR` and
  /// `CLICOLOR_FORCE` over what standard output is. A file is never coloured unasked.
  public boolean colour() {
    return Colours.wanted(
        args.value("--color", "auto"), env, env.outTerminal() && !args.has("--output"));
  }

  /// How wide a line of text may be where it can be broken: as wide as the terminal that a person
  /// looks at, within reason, and 100 elsewhere.
  public int columns() {
    boolean shown = env.outTerminal() && env.columns() > 0 && !args.has("--output");
    return shown ? Math.clamp(env.columns(), LEAST_COLUMNS, MOST_COLUMNS) : PlanOptions.WIDTH;
  }

  /// Adds to the result.
  public void print(String text) {
    result.append(text);
  }

  /// Adds a line to the result.
  public void println(String text) {
    result.append(text).append('\n');
  }

  /// Adds a JSON document to the result: the envelope every machine answer has, then `members`.
  public void print(int exit, Json.Obj members) {
    Json.Builder document = envelope(command, exit);
    members.members().forEach(document::put);
    result.append(document.build().pretty());
  }

  /// What a machine answer begins with.
  static Json.Builder envelope(String command, int exit) {
    return Json.object()
        .put("formatVersion", Version.OUTPUT)
        .put("command", command)
        .put("exitCode", exit);
  }

  /// Says something to the person in front, on standard error; nothing with `--quiet`.
  public void note(String line) {
    if (!quiet()) {
      env.err().print(line + "\n");
      env.err().flush();
    }
  }

  /// Says something that only helps to find out why, on standard error with `--verbose`.
  public void trace(String line) {
    if (verbose()) {
      note(line);
    }
  }

  /// Shows how far a long work is, in place, when a person looks; empty text takes it away.
  public void progress(String line) {
    if (env.errTerminal() && !quiet()) {
      env.err().print("\r\u001b[K" + line);
      env.err().flush();
    }
  }

  /// Standard output itself, for what must be seen while the command runs.
  public PrintStream stream() {
    return env.out();
  }

  /// The text of a file of the command line, `-` for standard input.
  ///
  /// @throws Failure when it cannot be read
  public String read(String given) throws Failure {
    try {
      return given.equals("-")
          ? new String(env.in().readAllBytes(), StandardCharsets.UTF_8)
          : java.nio.file.Files.readString(path(given));
    } catch (IOException e) {
      throw Failure.error("cannot read \"" + given + "\": " + Reasons.of(e), null);
    }
  }

  /// Writes a second result, `--json-out FILE`, whole or not at all.
  ///
  /// @throws Failure when it cannot be written
  public void write(String given, String text) throws Failure {
    WholeFile.write(path(given), given, text);
  }

  /// Hands over what was printed.
  void finish() throws Failure {
    String output = args.value("--output");
    if (output != null && !output.equals("-")) {
      write(output, result.toString());
    } else if (!result.isEmpty()) {
      byte[] bytes = result.toString().getBytes(StandardCharsets.UTF_8);
      env.out().write(bytes, 0, bytes.length);
    }
    env.out().flush();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
