package dev.procc.cli;

import dev.procc.app.Failure;
import dev.procc.cli.completion.Candidate;
import dev.procc.cli.completion.Completer;
import dev.procc.cli.frame.Environment;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.StandardStreams;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.Arrays;
import java.util.List;

/// `procc __complete WORDS...`: the candidates that completion scripts ask for, one a line, with a
/// tab before the description. It is hidden: no list or help names it.
///
/// Whatever the words and the project are, it exits with 0 and prints nothing else.
final class CompleteCommand {
  static final String NAME = "__complete";

  private CompleteCommand() {}

  static int run(Environment env, String[] words) {
    TextPage out = new TextPage();
    for (Candidate candidate : candidates(env, Arrays.asList(words).subList(1, words.length))) {
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
}
