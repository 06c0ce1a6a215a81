package dev.procc.app;

import org.jspecify.annotations.Nullable;

/// The failure of a request for a reason outside the definitions: a file, the network, a token, a
/// wrong word.
///
/// The message says what and where; the hint what to do next. Each host reports it in its own way:
/// the command line maps the kind to an exit code.
public final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  /// The kind of failure.
  public enum Kind {
    /// Something outside failed: a file, the network, the API, a token.
    ERROR,
    /// The definitions have findings that have to be mended first.
    FINDINGS,
    /// A safety rule refused, or nobody confirmed.
    REFUSED,
    /// The plan is out of date, or is not the approved one.
    STALE,
    /// The request was carried out only in part.
    PARTIAL,
    /// Nothing matched what was asked for.
    NO_MATCH,
    /// The request itself is wrong.
    USAGE,
    /// Stopped by the user.
    INTERRUPTED
  }

  private final Kind kind;
  private final @Nullable String hint;

  /// @param message sentence case or a quoted value first, no full stop: `no file
  ///   "clsoe.process.yaml"`
  /// @param hint a way out; null if there is none
  public Failure(Kind kind, String message, @Nullable String hint) {
    super(message, null, false, false);
    this.kind = kind;
    this.hint = hint;
  }

  public static Failure error(String message, @Nullable String hint) {
    return new Failure(Kind.ERROR, message, hint);
  }

  public static Failure usage(String message, @Nullable String hint) {
    return new Failure(Kind.USAGE, message, hint);
  }

  public static Failure refused(String message, @Nullable String hint) {
    return new Failure(Kind.REFUSED, message, hint);
  }

  public static Failure noMatch(String message, @Nullable String hint) {
    return new Failure(Kind.NO_MATCH, message, hint);
  }

  public Kind kind() {
    return kind;
  }

  public String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  public @Nullable String hint() {
    return hint;
  }
}
