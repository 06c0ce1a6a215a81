package dev.procc.cli.frame;

import dev.procc.app.Failure;
import java.io.IOException;

/// A command: a class, a line in `Commands`, a case folder.
public interface Command {
  /// The name: `lint`; two words for a command of a family, `state list`.
  String name();

  /// One line for the list, in lower case, without a full stop: `check definitions`.
  String summary();

  /// The heading under which it is listed.
  CommandGroup group();

  /// Its options and operands. Read only when the command is chosen or its help is shown.
  Options options();

  /// The text below the options in its help: examples and notes; may be empty.
  default String details() {
    return "";
  }

  /// Runs the command, prints to the invocation, and returns an exit code.
  ///
  /// @throws Failure with a message for the user, if something outside of procc fails
  /// @throws IOException if a file or a stream cannot be read or written
  int run(Invocation invocation) throws Failure, IOException;
}
