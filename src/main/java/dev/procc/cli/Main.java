package dev.procc.cli;

import dev.procc.base.diagnostic.Spelling;
import dev.procc.cli.command.Commands;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a run begins and ends.
public final class Main {
  private static final List<String> HELP = List.of("--help", "-h");

  private Main() {}

  /// Runs a command line in this process and ends it with the exit code.
  public static void main(String[] words) {
    String terminal = System.getProperty("procc.terminal");
    boolean looked = terminal == null && console();
    Env env =
        new Env(
            System.in,
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            System.getenv(),
            Path.of(System.getProperty("user.dir")),
            Clock.systemUTC(),
            terminal == null ? looked : terminal.indexOf('1') >= 0,
            terminal == null ? looked : terminal.indexOf('2') >= 0,
            columns(System.getenv("COLUMNS"), System.getProperty("procc.columns")));
    int exit = run(env, words);
    if (env.out().checkError() && exit == Exit.OK) {
      exit = Exit.ERROR;
    }
    env.err().flush();
    Runtime.getRuntime().halt(exit);
  }

  /// How wide the terminal is: what `COLUMNS` says, else what the launcher found (`24 80`, rows and
  /// columns); 0 where neither is a number.
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

  /// Whether a person looks, where no launcher has said so; an image without a console module has
  /// none.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean console() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /// Runs a command line and gives back the exit code; nothing is thrown, whatever happens.
  public static int run(Env env, String... words) {
    Answer answer = new Answer(env, words);
    try {
      return dispatch(env, words, answer);
    } catch (Failure e) {
      return answer.fail(e);
    } catch (IOException e) {
      return answer.fail(Failure.error(Reasons.of(e), null));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return answer.crash(e);
    }
  }

  private static int dispatch(Env env, String[] words, Answer answer) throws Failure, IOException {
    Args args = new Args();
    int at = new ArgsReader(Options.GLOBAL, "procc", args).readLeading(words);
    if (at == words.length) {
      return withoutCommand(env, args, answer);
    }
    Command command = find(words, at);
    if (command == null) {
      List<Command> family = Commands.family(words[at]);
      if (!family.isEmpty() && at + 1 < words.length && HELP.contains(words[at + 1])) {
        return finish(new Call(env, args, "help", "text"), Usage.family(family));
      }
      throw unknown(words, at, family);
    }
    answer.command(command.name());
    Options options = command.options();
    int from = at + (command.name().indexOf(' ') < 0 ? 1 : 2);
    new ArgsReader(options.all(), "procc " + command.name(), args).readAll(words, from);
    if (args.has("--help")) {
      return finish(new Call(env, args, "help", "text"), Usage.of(command));
    }
    String format = format(command, options, args, answer);
    count(command, options, args);
    Call call = new Call(directory(env, args), args, command.name(), format);
    int exit = command.run(call);
    call.finish();
    return exit;
  }

  private static int withoutCommand(Env env, Args args, Answer answer) throws Failure, IOException {
    if (args.has("--version")) {
      Command version = Commands.find("version");
      if (version != null) {
        answer.command(version.name());
        String format = format(version, version.options(), args, answer);
        Call call = new Call(directory(env, args), args, version.name(), format);
        int exit = version.run(call);
        call.finish();
        return exit;
      }
    }
    if (args.has("--help")) {
      return finish(new Call(env, args, "help", "text"), Usage.overview(Commands.all()));
    }
    env.err().print(Usage.overview(Commands.all()));
    env.err().flush();
    throw Failure.usage("no command given", null);
  }

  private static int finish(Call call, String text) throws Failure {
    call.print(text);
    call.finish();
    return Exit.OK;
  }

  /// The command that the words from `at` on name, one word or two.
  private static @Nullable Command find(String[] words, int at) {
    Command one = Commands.find(words[at]);
    return one != null || at + 1 >= words.length
        ? one
        : Commands.find(words[at] + " " + words[at + 1]);
  }

  private static Failure unknown(String[] words, int at, List<Command> family) {
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

  private static String format(Command command, Options options, Args args, Answer answer)
      throws Failure {
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
    answer.format(asked);
    return asked;
  }

  private static void count(Command command, Options options, Args args) throws Failure {
    int given = args.operands().size();
    String shown = ("usage: procc " + command.name() + " " + options.operands()).strip();
    if (given < options.least()) {
      throw Failure.usage(
          given == 0 ? "nothing to work on was named" : "more words are needed", shown);
    }
    if (given > options.most()) {
      throw Failure.usage(
          "\"" + args.operands().get(options.most()) + "\" is one word too many", shown);
    }
  }

  private static Env directory(Env env, Args args) throws Failure {
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
