package dev.procc.cli;

import dev.procc.app.Failure;
import dev.procc.base.text.ShellWord;
import dev.procc.cli.completion.Candidate;
import dev.procc.cli.completion.Completer;
import dev.procc.cli.frame.Environment;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.StandardStreams;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `procc __complete WORDS...`: the candidates that completion scripts ask for, one a line, with a
/// tab before the description. Behind `--quoted` the words stand as they are typed in bash, with
/// quotes and backslashes. It is hidden: no list or help names it.
///
/// Whatever the words and the project are, it exits with 0 and prints nothing else.
final class CompleteCommand {
  static final String NAME = "__complete";

  private CompleteCommand() {}

  static int run(Environment env, String[] words) {
    TextPage out = new TextPage();
    List<String> typed = Arrays.asList(words).subList(1, words.length);
    if (!typed.isEmpty() && typed.getFirst().equals("--quoted")) {
      typed = unquoted(typed.subList(1, typed.size()));
    }
    for (Candidate candidate : candidates(env, typed)) {
      String word = TerminalText.sanitize(candidate.word());
      String description = TerminalText.sanitize(candidate.description());
      out.lines(description.isEmpty() ? word : word + "\t" + description);
    }
    StandardStreams.print(env.out(), out.toText(), false);
    return ExitCode.OK;
  }

  private static List<Candidate> candidates(Environment env, List<String> words) {
    try {
      return Completer.complete(env, Commands.all(), words);
    } catch (Failure | RuntimeException | StackOverflowError | OutOfMemoryError nothingToSay) {
      return List.of();
    }
  }

  private static List<String> unquoted(List<String> words) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      all.add(ShellWord.unquoted(word));
    }
    return all;
  }
}
