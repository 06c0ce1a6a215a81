package dev.procc.cli;

import dev.procc.app.Failure;
import dev.procc.base.file.IoMessages;
import dev.procc.base.finding.Spelling;
import dev.procc.base.text.QuotedText;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.cli.frame.Args;
import dev.procc.cli.frame.ArgsReader;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.Environment;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.OutputPaths;
import dev.procc.cli.frame.StandardStreams;
import dev.procc.cli.frame.Usage;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entry point of the program: from a command line to an exit code.
public final class Main {
  private static final List<String> HELP = List.of("--help", "-h");

  private Main() {}

  /// Runs a command line in this process, which then ends with the exit code.
  public static void main(String[] words) {
    String timings = System.getenv("PROCC_TIMINGS");
    boolean measured = timings != null && !timings.isEmpty() && !timings.equals("0");
    if (measured) {
      Timings.start();
    }
    String terminal = System.getProperty("procc.terminal");
    boolean isTerminal = terminal == null && hasConsole();
    Environment env =
        new Environment(
            System.in,
            openStream(FileDescriptor.out),
            openStream(FileDescriptor.err),
            System.getenv(),
            Path.of(System.getProperty("user.dir")),
            Clock.systemUTC(),
            terminal != null ? terminal : isTerminal ? "12" : "",
            columns(System.getenv("COLUMNS"), System.getProperty("procc.columns")));
    int exit = run(env, words);
    if (env.out().checkError() && exit == ExitCode.OK) {
      exit = ExitCode.ERROR;
    }
    if (measured) {
      TimingsReport.print(env, Main.class);
    }
    env.err().flush();
    Runtime.getRuntime().halt(exit);
  }

  /// The width of the terminal: that of `COLUMNS`, otherwise what the launcher found (`24 80`, rows
  /// and columns); 0 if neither is a number.
  static int columns(@Nullable String variable, @Nullable String found) {
    for (String given : new String[] {variable, found}) {
      String word = given == null ? "" : given.strip();
      word = word.substring(word.lastIndexOf(' ') + 1);
      if (!word.isEmpty()
          && word.length() < 5
          && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Integer.parseInt(word);
      }
    }
    return 0;
  }

  /// Whether a terminal is attached, where no launcher has said so; false in an image without a
  /// console module.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean hasConsole() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static PrintStream openStream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /// Runs a command line and returns the exit code; it never throws.
  public static int run(Environment env, String... words) {
    FailureReporter answer = new FailureReporter(env, words);
    try {
      return dispatch(env, words, answer);
    } catch (Failure e) {
      return answer.report(e);
    } catch (IOException e) {
      return answer.report(Failure.error(IoMessages.describe(e), null));
    } catch (InvalidPathException e) {
      return answer.report(
          Failure.usage(
              QuotedText.quoted(e.getInput()) + " is not a name of a file or folder",
              e.getReason()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return answer.reportCrash(e);
    }
  }

  private static int dispatch(Environment env, String[] words, FailureReporter answer)
      throws Failure, IOException {
    if (words.length > 0 && words[0].equals(CompleteCommand.NAME)) {
      return CompleteCommand.run(env, words);
    }
    Args args = new Args();
    int at = new ArgsReader(Options.GLOBAL, "procc", args).readLeading(words);
    if (at == words.length) {
      return withoutCommand(env, args, answer);
    }
    Command command = findCommand(words, at);
    if (command == null) {
      List<Command> family = Commands.family(words[at]);
      boolean next = at + 1 < words.length;
      if (!family.isEmpty() && (next ? HELP.contains(words[at + 1]) : args.has("--help"))) {
        return printAndFlush(new Invocation(env, args, "help", "text"), Usage.family(family));
      }
      throw unknownCommand(words, at, family);
    }
    answer.setCommand(command.name());
    Options options = command.options();
    int from = at + (command.name().indexOf(' ') < 0 ? 1 : 2);
    new ArgsReader(options.all(), "procc " + command.name(), args).readAll(words, from);
    if (args.has("--help")) {
      return printAndFlush(new Invocation(env, args, "help", "text"), Usage.command(command));
    }
    if (args.has("--version")) {
      return withoutCommand(env, args, answer);
    }
    String format = selectFormat(command, options, args, answer);
    checkOperandCount(command, options, args);
    OutputPaths.check(args, env);
    return run(command, new Invocation(inDirectory(env, args), args, command.name(), format));
  }

  private static int run(Command command, Invocation invocation) throws Failure, IOException {
    Timings.enter(Phase.PROJECT);
    invocation.beginWork();
    int exit;
    try {
      exit = command.run(invocation);
    } finally {
      invocation.endWork();
    }
    invocation.flush(exit);
    return exit;
  }

  private static int withoutCommand(Environment env, Args args, FailureReporter answer)
      throws Failure, IOException {
    if (args.has("--version")) {
      Command version = Commands.find("version");
      if (version != null) {
        answer.setCommand(version.name());
        String format = selectFormat(version, version.options(), args, answer);
        Invocation invocation =
            new Invocation(inDirectory(env, args), args, version.name(), format);
        int exit = version.run(invocation);
        invocation.flush(exit);
        return exit;
      }
    }
    if (args.has("--help")) {
      return printAndFlush(
          new Invocation(env, args, "help", "text"), Usage.overview(Commands.all()));
    }
    SafeText usage = new TextPage().lines(Usage.overview(Commands.all())).toText();
    StandardStreams.print(env.err(), usage, false);
    throw Failure.usage("no command given", null);
  }

  private static int printAndFlush(Invocation invocation, String text) throws Failure {
    invocation.printLines(text);
    invocation.flush(ExitCode.OK);
    return ExitCode.OK;
  }

  /// The command whose name of one or two words begins at index `at`; null if there is none.
  private static @Nullable Command findCommand(String[] words, int at) {
    Command one = Commands.find(words[at]);
    return one != null || at + 1 >= words.length
        ? one
        : Commands.find(words[at] + " " + words[at + 1]);
  }

  private static Failure unknownCommand(String[] words, int at, List<Command> family) {
    if (!family.isEmpty()) {
      List<String> second = new ArrayList<>();
      for (Command command : family) {
        second.add(command.name().substring(words[at].length() + 1));
      }
      String known = "known: " + String.join(", ", second);
      return at + 1 < words.length
          ? Failure.usage("unknown command \"" + words[at] + " " + words[at + 1] + "\"", known)
          : Failure.usage("\"" + words[at] + "\" needs a second word", known);
    }
    List<String> names = new ArrayList<>();
    Commands.all().forEach(command -> names.add(command.name()));
    String hint =
        Spelling.nearest(words[at], names)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("see procc help");
    return Failure.usage("unknown command \"" + words[at] + "\"", hint);
  }

  private static String selectFormat(
      Command command, Options options, Args args, FailureReporter answer) throws Failure {
    List<String> formats = options.formats();
    String asked = args.value("--format");
    if (asked == null) {
      return formats.isEmpty() ? "text" : formats.getFirst();
    }
    if (formats.isEmpty() && !asked.equals("text")) {
      throw Failure.usage("procc " + command.name() + " takes no --format", null);
    }
    if (!formats.isEmpty() && !formats.contains(asked)) {
      throw Failure.usage(
          "\"" + asked + "\" is not a format of procc " + command.name(),
          Spelling.nearest(asked, formats)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("known: " + String.join(", ", formats)));
    }
    answer.setFormat(asked);
    return asked;
  }

  private static void checkOperandCount(Command command, Options options, Args args)
      throws Failure {
    int given = args.operands().size();
    String shown = ("usage: procc " + command.name() + " " + options.operands()).strip();
    if (given < options.minOperands()) {
      throw Failure.usage(
          given == 0
              ? "no " + options.operands().replace("...", "").replace("|", " or ") + " is given"
              : "more words are needed",
          shown);
    }
    if (given > options.maxOperands()) {
      throw Failure.usage(
          "\"" + args.operands().get(options.maxOperands()) + "\" is one word too many", shown);
    }
  }

  private static Environment inDirectory(Environment env, Args args) throws Failure {
    String given = args.value("--directory");
    if (given == null) {
      return env;
    }
    Path directory = env.directory().resolve(given);
    if (!Files.isDirectory(directory)) {
      throw Failure.error("no folder \"" + given + "\"", null);
    }
    return env.in(directory);
  }
}
