package dev.procc.cli.frame;

import dev.procc.app.Failure;
import java.io.IOException;

/// A command: a class, a line in `Commands`, a case folder.
public abstract class Command {
  private final CommandGroup group;
  private final String name;
  private final String summary;

  /// @param group the heading under which it is listed
  /// @param name `lint`; two words for a command of a family, `state list`
  /// @param summary one line for the list, in lower case, without a full stop: `check definitions`
  protected Command(CommandGroup group, String name, String summary) {
    this.group = group;
    this.name = name;
    this.summary = summary;
  }

  public final CommandGroup group() {
    return group;
  }

  public final String name() {
    return name;
  }

  public final String summary() {
    return summary;
  }

  /// Its options and operands. Read only when the command is chosen or its help is shown.
  public abstract Options options();

  /// The text below the options in its help: examples and notes; may be empty.
  public String details() {
    return "";
  }

  /// Runs the command, prints to the invocation, and returns an exit code.
  ///
  /// @throws Failure with a message for the user, if something outside of procc fails
  /// @throws IOException if a file or a stream cannot be read or written
  public abstract int run(Invocation invocation) throws Failure, IOException;
}
