package dev.procc.cli.frame;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.base.file.InputFile;
import dev.procc.base.file.IoMessages;
import dev.procc.base.file.OutputFile;
import dev.procc.base.json.Json;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.view.plan.PlanOptions;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of a command: what it was given, and where its result goes.
///
/// What is printed is kept until the command has ended and then written at once, to standard output
/// or to the file of `--output`. A command that talks while it runs (a server, a watch) uses
/// `printNow` instead.
public final class Invocation {
  private static final int MIN_COLUMNS = 60;
  private static final int MAX_COLUMNS = 160;

  private final Environment env;
  private final Args args;
  private final String command;
  private final String format;
  private final StringBuilder printed = new StringBuilder();
  private OutputFile.Readers readers = OutputFile.Readers.UMASK;
  private @Nullable WorkLine work;

  public Invocation(Environment env, Args args, String command, String format) {
    this.env = env;
    this.args = args;
    this.command = command;
    this.format = format;
  }

  public Environment env() {
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
  public boolean isJson() {
    return format.equals("json");
  }

  /// The words that are no options.
  public List<String> operands() {
    return args.operands();
  }

  /// The first word that is no option; null if there is none.
  public @Nullable String firstOperand() {
    List<String> operands = operands();
    return operands.isEmpty() ? null : operands.getFirst();
  }

  /// The project file named by `--config` or `PROCC_CONFIG`.
  public @Nullable Path configFile() {
    String given = args.value("--config", orEmpty(env.variable("PROCC_CONFIG")));
    return given.isEmpty() ? null : resolve(given);
  }

  /// The target named by `--target` or `PROCC_TARGET`.
  public @Nullable String targetName() {
    String given = args.value("--target");
    return given != null ? given : env.variable("PROCC_TARGET");
  }

  public boolean isQuiet() {
    return args.has("--quiet");
  }

  public boolean isVerbose() {
    return args.has("--verbose");
  }

  /// A path of the command line, made absolute.
  public Path resolve(String given) {
    return env.directory().resolve(given);
  }

  /// Whether the result is to be coloured: `--color` over `NO_COLOR` over `FORCE_COLOR` and
  /// `CLICOLOR_FORCE` over what standard output is. A file is never coloured unasked.
  public boolean usesColour() {
    return ColourPolicy.isEnabled(
        args.value("--color", "auto"), env, env.outIsTerminal() && !args.has("--output"));
  }

  /// How wide a line of text may be where it can be broken: as wide as the terminal that a person
  /// looks at, within reason, and 100 elsewhere.
  public int columns() {
    boolean shown = env.outIsTerminal() && env.columns() > 0 && !args.has("--output");
    return shown
        ? Math.clamp(env.columns(), MIN_COLUMNS, MAX_COLUMNS)
        : PlanOptions.DEFAULT_COLUMNS;
  }

  /// Adds to the result.
  public void print(SafeText text) {
    printed.append(usesColour() ? text.coloured() : text.toString());
  }

  /// Adds a line to the result, whatever the text holds.
  public void println(String text) {
    print(new TextPage().line(text).toText());
  }

  /// Adds lines to the result: a page of ours, a difference of files.
  public void printLines(String text) {
    print(new TextPage().lines(text).toText());
  }

  /// Adds the text of a file to the result: as it is, unless a person looks at it.
  public void printFile(String text) {
    boolean terminal = env.outIsTerminal() && !args.has("--output");
    printed.append(StandardStreams.fileText(text, terminal));
  }

  /// Adds a JSON document to the result: the envelope every machine answer has, then `members`.
  public void print(int exit, Json.Obj members) {
    Json.Builder document = envelope(command, exit);
    members.members().forEach(document::put);
    print(SafeText.json(document.build()));
  }

  /// What a machine answer begins with.
  static Json.Builder envelope(String command, int exit) {
    return Json.object()
        .put("formatVersion", Version.OUTPUT)
        .put("command", command)
        .put("exitCode", exit);
  }

  /// Writes to standard error, also with `--quiet`.
  public void printError(SafeText text) {
    hideWork();
    StandardStreams.print(env.err(), text, usesColour());
  }

  /// Writes a line to standard error, also with `--quiet`.
  public void printErrorLine(String line) {
    hideWork();
    StandardStreams.println(env.err(), line);
  }

  /// Says something to the person in front, on standard error; nothing with `--quiet`.
  public void note(String line) {
    if (!isQuiet()) {
      printErrorLine(line);
    }
  }

  /// Says something that only helps to find out why, on standard error with `--verbose`.
  public void trace(String line) {
    if (isVerbose()) {
      note(line);
    }
  }

  /// Shows what the command is busy with, and for how long, when a person looks and it takes more
  /// than a second. It ends when something is printed before the command has ended.
  public void beginWork() {
    if (env.errIsTerminal() && !isQuiet() && work == null) {
      work = new WorkLine(env.err());
      work.start();
    }
  }

  /// Shows how far a long work is; empty text shows what the command is busy with.
  public void progress(String line) {
    beginWork();
    if (work != null) {
      work.say(line);
    }
  }

  /// What a person is told at once who stops the command.
  void onStop(String words) {
    beginWork();
    if (work != null) {
      work.onStop(words);
    }
  }

  private void hideWork() {
    if (work != null) {
      work.hide();
    }
  }

  /// Shows no more what the command is busy with.
  public void endWork() {
    if (work != null) {
      work.end();
      work = null;
    }
  }

  /// Writes to standard output at once, for what must be seen while the command runs.
  public void printNow(SafeText text) {
    endWork();
    StandardStreams.print(env.out(), text, usesColour());
  }

  /// All of standard input; a person may be typing it.
  public byte[] readInput() throws IOException {
    endWork();
    return env.in().readAllBytes();
  }

  /// The text of a file of the command line, `-` for standard input.
  ///
  /// @throws Failure when it cannot be read
  public String readFile(String given) throws Failure {
    try {
      if (given.equals("-")) {
        endWork();
      }
      return given.equals("-")
          ? InputFile.text(env.in(), Path.of("-"), InputFile.DATA_LIMIT)
          : InputFile.text(resolve(given), InputFile.DATA_LIMIT);
    } catch (IOException e) {
      String why = IoMessages.describe(e);
      throw Failure.error(
          "cannot read \"" + given + "\": " + why,
          why.contains("no UTF-8") ? "save it as UTF-8" : null);
    }
  }

  /// Writes a second result, `--md-out FILE`, whole or not at all.
  ///
  /// @throws Failure when it cannot be written; the old file, if any, is as it was
  public void writeFile(String given, String text) throws Failure {
    writeFile(given, text, OutputFile.Readers.UMASK);
  }

  /// Writes a second result in one of the forms of the first.
  ///
  /// @throws Failure when it cannot be written; the old file, if any, is as it was
  public void writeFile(String given, SafeText text) throws Failure {
    writeFile(given, text.toString());
  }

  /// The same for a file that others may not read: `--out PLAN`.
  ///
  /// @throws Failure when it cannot be written; the old file, if any, is as it was
  public void writePrivateFile(String given, String text) throws Failure {
    writeFile(given, text, OutputFile.Readers.OWNER);
  }

  private void writeFile(String given, String text, OutputFile.Readers who) throws Failure {
    try {
      OutputFile.write(resolve(given), text, who);
    } catch (IOException e) {
      throw Failure.error(
          "cannot write \"" + given + "\": " + IoMessages.describe(e), "nothing was written there");
    }
  }

  /// Makes the file of `--output` one that others may not read.
  public void keepPrivate() {
    readers = OutputFile.Readers.OWNER;
  }

  /// Hands over what was printed.
  public void flush() throws Failure {
    Timings.enter(Phase.WRITE);
    String output = args.value("--output");
    if (output != null && !output.equals("-")) {
      writeFile(output, printed.toString(), readers);
    } else if (!printed.isEmpty()) {
      StandardStreams.write(env.out(), printed.toString());
    }
    env.out().flush();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
