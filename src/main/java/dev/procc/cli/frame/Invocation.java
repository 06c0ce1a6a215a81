package dev.procc.cli.frame;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.base.file.InputFile;
import dev.procc.base.file.IoMessages;
import dev.procc.base.file.OutputFile;
import dev.procc.base.json.Json;
import dev.procc.base.text.ShellWord;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.view.plan.PlanOptions;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invocation of a command: its arguments, and where its result goes.
///
/// The result is collected and written at once when the command ends, to standard output or to the
/// file of `--output`. A command that prints while it runs (a server, a watch) uses `printNow`
/// instead.
public final class Invocation {
  private static final int MIN_COLUMNS = 60;
  private static final int MAX_COLUMNS = 160;

  /// The characters of a large result that are collected before they are written.
  private static final int LARGE = 1 << 13;

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

  /// The requested format, one of the command's own; its default if none is requested.
  public String format() {
    return format;
  }

  /// Whether the result is JSON.
  public boolean isJson() {
    return format.equals("json");
  }

  /// The words that are not options.
  public List<String> operands() {
    return args.operands();
  }

  /// The first operand; null if there is none.
  public @Nullable String firstOperand() {
    List<String> operands = operands();
    return operands.isEmpty() ? null : operands.getFirst();
  }

  /// The project file of `--config` or `PROCC_CONFIG`; null if there is none.
  public @Nullable Path configFile() {
    String given = args.value("--config", orEmpty(env.variable("PROCC_CONFIG")));
    return given.isEmpty() ? null : resolve(given);
  }

  /// The target of `--target` or `PROCC_TARGET`; null if there is none.
  public @Nullable String targetName() {
    String given = args.value("--target");
    return given != null ? given : env.variable("PROCC_TARGET");
  }

  /// The words by which another command works in the same folder, on the same project file: ` -C
  /// DIR --config FILE`, as they were given; empty if none was.
  public String sameFolder() {
    return repeated("--directory", "-C") + repeated("--config", "--config");
  }

  /// The words by which another command works on the same project and target.
  public String sameProject() {
    return sameFolder() + repeated("--target", "--target");
  }

  private String repeated(String option, String word) {
    String given = args.value(option);
    return given == null ? "" : " " + word + " " + ShellWord.quoted(given);
  }

  public boolean isQuiet() {
    return args.has("--quiet");
  }

  public boolean isVerbose() {
    return args.has("--verbose");
  }

  /// The absolute path of a path of the command line.
  public Path resolve(String given) {
    return env.directory().resolve(given);
  }

  /// Whether to colour the result: by `--color`, then `NO_COLOR`, then `FORCE_COLOR` and
  /// `CLICOLOR_FORCE`, then by whether standard output is a terminal. A file is coloured only on
  /// request.
  public boolean usesColour() {
    return ColourPolicy.isEnabled(
        args.value("--color", "auto"), env, env.outIsTerminal() && !args.has("--output"));
  }

  /// The width for lines that can be broken: that of the terminal, within limits; otherwise 100.
  public int columns() {
    boolean shown = env.outIsTerminal() && env.columns() > 0 && !args.has("--output");
    return shown
        ? Math.clamp(env.columns(), MIN_COLUMNS, MAX_COLUMNS)
        : PlanOptions.DEFAULT_COLUMNS;
  }

  /// Adds a text to the result.
  public void print(SafeText text) {
    printed.append(usesColour() ? text.coloured() : text.toString());
  }

  /// Adds a part of a result that may be large: it is written at once, unless it goes to a file,
  /// which is replaced as a whole. Nothing may fail after the first part.
  public void printPart(SafeText text) {
    print(text);
    if (printed.length() > LARGE && outputFile() == null) {
      endWork();
      StandardStreams.write(env.out(), printed.toString());
      printed.setLength(0);
    }
  }

  /// Adds a line of any text to the result.
  public void println(String text) {
    print(new TextPage().line(text).toText());
  }

  /// Adds lines of any text to the result, such as a help page or a diff.
  public void printLines(String text) {
    print(new TextPage().lines(text).toText());
  }

  /// Adds the text of a file to the result; on a terminal, made safe to show.
  public void printFile(String text) {
    boolean terminal = env.outIsTerminal() && !args.has("--output");
    printed.append(StandardStreams.fileText(text, terminal));
  }

  /// Adds a text that was read and changed to the result, with the byte order mark that it had.
  public void printFile(byte[] read, String text) {
    boolean marked =
        read.length > 2
            && read[0] == (byte) 0xef
            && read[1] == (byte) 0xbb
            && read[2] == (byte) 0xbf;
    printFile(marked ? "\uFEFF" + text : text);
  }

  /// Adds a JSON document to the result: the members that every JSON result has, then `members`.
  public void print(int exit, Json.Obj members) {
    Json.Builder document = envelope(command, exit);
    members.members().forEach(document::put);
    print(SafeText.json(document.build()));
  }

  /// The members with which every JSON result begins.
  static Json.Builder envelope(String command, int exit) {
    return Json.object()
        .put("formatVersion", Version.OUTPUT)
        .put("command", command)
        .put("exitCode", exit);
  }

  /// Writes to standard error, even with `--quiet`.
  public void printError(SafeText text) {
    hideWork();
    StandardStreams.print(env.err(), text, usesColour());
  }

  /// Writes a line to standard error, even with `--quiet`.
  public void printErrorLine(String line) {
    hideWork();
    StandardStreams.println(env.err(), line);
  }

  /// Writes a note to standard error, unless `--quiet` is given.
  public void note(String line) {
    if (!isQuiet()) {
      printErrorLine(line);
    }
  }

  /// Writes a line for debugging to standard error, if `--verbose` is given.
  public void trace(String line) {
    if (isVerbose()) {
      note(line);
    }
  }

  /// Shows on a terminal what the command is doing, and for how long, once that takes more than a
  /// second. Anything printed before the command ends also ends this.
  public void beginWork() {
    if (env.errIsTerminal() && !isQuiet() && work == null) {
      work = new WorkLine(env.err());
      work.start();
    }
  }

  /// Shows the progress of a long task; an empty text shows the phase again.
  public void progress(String line) {
    beginWork();
    if (work != null) {
      work.say(line);
    }
  }

  /// Sets the text to show at once when a person stops the command.
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

  /// Stops showing what the command is doing.
  public void endWork() {
    if (work != null) {
      work.end();
      work = null;
    }
  }

  /// Writes to standard output at once, for commands that print while they run.
  public void printNow(SafeText text) {
    endWork();
    StandardStreams.print(env.out(), text, usesColour());
  }

  /// All of standard input; possibly as a person types it.
  public byte[] readInput() throws IOException {
    endWork();
    return env.in().readAllBytes();
  }

  /// The text of a file of the command line; `-` is standard input.
  ///
  /// @throws Failure if it cannot be read
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
          why.contains("not UTF-8") ? "save it as UTF-8" : null);
    }
  }

  /// Writes a second result as a whole, `--md-out FILE`.
  ///
  /// @throws Failure if it cannot be written; an old file is then unchanged
  public void writeFile(String given, String text) throws Failure {
    writeFile(given, text, OutputFile.Readers.UMASK);
  }

  /// Writes a second result as a whole.
  ///
  /// @throws Failure if it cannot be written; an old file is then unchanged
  public void writeFile(String given, SafeText text) throws Failure {
    writeFile(given, text.toString());
  }

  /// Writes a file that only the owner can read: `--out PLAN`.
  ///
  /// @throws Failure if it cannot be written; an old file is then unchanged
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

  /// Makes the file of `--output` readable only by its owner.
  public void keepPrivate() {
    readers = OutputFile.Readers.OWNER;
  }

  /// Writes the collected result. A command that failed without one leaves the file of `--output`
  /// as it was.
  ///
  /// @param exit the exit code
  public void flush(int exit) throws Failure {
    Timings.enter(Phase.WRITE);
    String output = outputFile();
    if (output != null && exit != ExitCode.OK && printed.isEmpty()) {
      return;
    }
    if (output != null) {
      writeFile(output, printed.toString(), readers);
    } else if (!printed.isEmpty()) {
      StandardStreams.write(env.out(), printed.toString());
    }
    env.out().flush();
  }

  private @Nullable String outputFile() {
    String output = args.value("--output");
    return "-".equals(output) ? null : output;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
