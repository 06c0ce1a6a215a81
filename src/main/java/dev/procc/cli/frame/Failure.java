package dev.procc.cli.frame;

import org.jspecify.annotations.Nullable;

/// A run that cannot go on for a reason outside the definitions: a file, the network, a token, a
/// wrong word on the command line.
///
/// The message says what and where; the hint what to do next.
public final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exit;
  private final @Nullable String hint;

  /// @param exit one of `ExitCode`
  /// @param message sentence case or a quoted value first, no stop: `no file "clsoe.process.yaml"`
  /// @param hint a way out
  public Failure(int exit, String message, @Nullable String hint) {
    super(message, null, false, false);
    this.exit = exit;
    this.hint = hint;
  }

  /// Something outside went wrong (exit 1).
  public static Failure error(String message, @Nullable String hint) {
    return new Failure(ExitCode.ERROR, message, hint);
  }

  /// The command line is wrong (exit 64).
  public static Failure usage(String message, @Nullable String hint) {
    return new Failure(ExitCode.USAGE, message, hint);
  }

  /// A safety rule says no (exit 4).
  public static Failure refused(String message, @Nullable String hint) {
    return new Failure(ExitCode.REFUSED, message, hint);
  }

  /// Nothing matched (exit 7).
  public static Failure noMatch(String message, @Nullable String hint) {
    return new Failure(ExitCode.NO_MATCH, message, hint);
  }

  public int exit() {
    return exit;
  }

  public String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  public @Nullable String hint() {
    return hint;
  }
}
