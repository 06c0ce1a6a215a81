package dev.procc.cli;

import dev.procc.app.Failure;
import dev.procc.cli.completion.Candidate;
import dev.procc.cli.completion.Completer;
import dev.procc.cli.frame.Environment;
import dev.procc.cli.frame.ExitCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// `procc __complete WORDS...`: what completion scripts ask, one candidate a line, with a tab
/// before its description. It is no command to type: no list or help names it.
///
/// Whatever the words and the project are, it ends with exit 0 and says nothing else.
final class CompleteCommand {
  static final String NAME = "__complete";

  private CompleteCommand() {}

  static int run(Environment env, String[] words) {
    StringBuilder out = new StringBuilder();
    for (Candidate candidate : candidates(env, Arrays.asList(words).subList(1, words.length))) {
      out.append(candidate.word());
      if (!candidate.description().isEmpty()) {
        out.append('\t').append(candidate.description());
      }
      out.append('\n');
    }
    byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    env.out().write(bytes, 0, bytes.length);
    env.out().flush();
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
