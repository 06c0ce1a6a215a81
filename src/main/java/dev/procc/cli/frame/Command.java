package dev.procc.cli.frame;

import dev.procc.app.Failure;
import java.io.IOException;

/// One command: a class, a line in `Commands`, a case folder.
public interface Command {
  /// What is typed: `lint`; two words for a command of a family, `state list`.
  String name();

  /// One line for the list, lower case, no stop: `check definitions`.
  String summary();

  /// The heading it is listed under.
  CommandGroup group();

  /// What it can be given. Asked only when the command was chosen, or for help.
  Options options();

  /// What help says below the options: examples and what is worth knowing; empty when nothing is.
  default String details() {
    return "";
  }

  /// Does it. The result goes to `call`; an exit code comes back.
  ///
  /// @throws Failure what went wrong outside, in words for the user
  /// @throws IOException a file or a stream that could not be read or written
  int run(Invocation invocation) throws Failure, IOException;
}
