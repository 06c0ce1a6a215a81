package dev.procc.cli.completion;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectNames;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.VariableValues;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.Environment;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ValueKind;
import dev.procc.cli.tools.ExplainWord;
import dev.procc.language.holidays.HolidayListReader;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Probes;
import dev.procc.model.vocabulary.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Completion of a command line: commands, options, their values, and names of the project.
public final class Completer {
  private final Environment env;
  private final List<Command> commands;
  private final CommandLine line;
  private final List<Candidate> candidates = new ArrayList<>();

  private Completer(Environment env, List<Command> commands, CommandLine line) {
    this.env = env;
    this.commands = commands;
    this.line = line;
  }

  /// The candidates for the last word, which may be empty; none where the shell completes files.
  ///
  /// @param words that are typed after `procc`
  public static List<Candidate> complete(
      Environment env, List<Command> commands, List<String> words) throws Failure {
    String typed = words.isEmpty() ? "" : words.getLast();
    List<String> before = words.isEmpty() ? words : words.subList(0, words.size() - 1);
    Completer completer = new Completer(env, commands, CommandLine.read(commands, before));
    completer.run(typed);
    return completer.candidates;
  }

  private void run(String typed) throws Failure {
    Option waiting = line.waiting();
    int equals = typed.indexOf('=');
    if (waiting != null) {
      addValues(waiting, "", typed);
    } else if (line.takesOptions() && typed.startsWith("--") && equals > 0) {
      for (Option option : line.options()) {
        if (option.name().equals(typed.substring(0, equals))) {
          addValues(option, typed.substring(0, equals + 1), typed.substring(equals + 1));
        }
      }
    } else if (line.takesOptions() && typed.startsWith("-")) {
      addOptions(typed);
    } else if (line.command() == null) {
      addCommands(typed, line.commandWords());
    } else {
      addOperands(line.command(), typed);
    }
  }

  private void add(String typed, String word, String description) {
    if (word.startsWith(typed)) {
      candidates.add(new Candidate(word, description));
    }
  }

  private void addOptions(String typed) {
    for (Option option : line.options()) {
      if (!line.has(option) || option.repeatable()) {
        add(typed, option.name(), option.summary());
        for (String choice : option.takesValue() ? List.<String>of() : option.choices()) {
          add(typed, option.name() + "=" + choice, option.summary());
        }
      }
    }
  }

  /// Adds the next word of each command name that begins with the typed words.
  private void addCommands(String typed, String words) {
    String prefix = words.isEmpty() ? "" : words + " ";
    Set<String> families = new LinkedHashSet<>();
    for (Command command : commands) {
      if (command.name().startsWith(prefix)) {
        String rest = command.name().substring(prefix.length());
        int blank = rest.indexOf(' ');
        if (blank < 0) {
          add(typed, rest, command.summary());
        } else if (families.add(rest.substring(0, blank))) {
          add(typed, rest.substring(0, blank), "");
        }
      }
    }
  }

  /// @param prefix what precedes the value in the same word, `--format=`
  private void addValues(Option option, String prefix, String typed) throws Failure {
    Command command = line.command();
    List<String> choices =
        option.name().equals("--format") && command != null
            ? command.options().formats()
            : option.choices();
    Collection<String> words = choices.isEmpty() ? names(option.kind(), typed) : choices;
    for (String word : words) {
      if (word.startsWith(typed)) {
        candidates.add(new Candidate(prefix + word, ""));
      }
    }
  }

  private void addOperands(Command command, String typed) throws Failure {
    Options options = command.options();
    if (line.operandCount() >= options.maxOperands()) {
      return;
    }
    ValueKind kind = options.operandKind(line.operandCount());
    if (kind == ValueKind.COMMAND) {
      addCommands(typed, line.lastOperand());
      return;
    }
    for (String word : names(kind, typed)) {
      add(typed, word, "");
    }
  }

  private Collection<String> names(ValueKind kind, String typed) throws Failure {
    return switch (kind) {
      case FILE, COMMAND -> List.of();
      case SHELL -> List.copyOf(CompletionScripts.SHELLS);
      case DOCUMENT_KIND -> Vocabulary.DOCUMENT_KINDS;
      case TOPIC -> topics();
      case QUESTION -> questions();
      case PROCESS -> project().processes();
      case ADDRESS -> project().addresses(typed);
      case PERIOD -> withPrefix(firstOfRange(typed), project().keys("Period"));
      case CALENDAR -> project().keys("Calendar");
      case CALENDAR_DAY -> withSuffix(project().keys("Calendar"), ":");
      case ABSENCE -> withSuffix(project().people(), ":");
      case TARGET -> project().targets();
      case COUNTRY -> HolidayListReader.countryCodes();
      case VARIABLE -> withSuffix(project().variables(), "=");
    };
  }

  private static List<String> topics() {
    List<String> topics = new ArrayList<>(List.of("date", "value"));
    topics.addAll(ExplainWord.words());
    return topics;
  }

  private static List<String> questions() {
    List<String> keys = new ArrayList<>();
    for (Probe probe : Probes.ALL) {
      keys.add(probe.key());
    }
    return keys;
  }

  /// `2025-Q1..` of `2025-Q1..20`; empty for no range.
  private static String firstOfRange(String typed) {
    int dots = typed.indexOf("..");
    return dots < 0 ? "" : typed.substring(0, dots + 2);
  }

  private static List<String> withPrefix(String prefix, Collection<String> words) {
    List<String> all = new ArrayList<>();
    words.forEach(word -> all.add(prefix + word));
    return all;
  }

  private static List<String> withSuffix(Collection<String> words, String suffix) {
    List<String> all = new ArrayList<>();
    words.forEach(word -> all.add(word + suffix));
    return all;
  }

  private ProjectNames project() throws Failure {
    String directory = line.value("--directory");
    Environment here = directory == null ? env : env.in(env.directory().resolve(home(directory)));
    if (!Files.isDirectory(here.directory())) {
      throw Failure.noMatch("no folder \"" + directory + "\"", null);
    }
    String config = line.value("--config");
    String named = config != null ? home(config) : env.variable("PROCC_CONFIG");
    HostEnvironment host = here.host();
    @Nullable Path file = named == null || named.isEmpty() ? null : host.resolve(named);
    return ProjectNames.read(
        new ProjectRequest(
            host,
            file,
            List.of(),
            line.value("--target"),
            VariableValues.NONE,
            null,
            ProjectRequest.EmptyProject.ALLOWED,
            null));
  }

  /// A path that begins with `~/`, which no shell has replaced yet.
  private String home(String path) {
    String home = env.variable("HOME");
    return path.startsWith("~/") && home != null ? home + path.substring(1) : path;
  }
}
