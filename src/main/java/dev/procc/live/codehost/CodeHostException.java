package dev.procc.live.codehost;

import org.jspecify.annotations.Nullable;

/// The failure of a call to a code host, in words for people.
public final class CodeHostException extends Exception {
  private static final long serialVersionUID = 1L;

  /// The outcome of the call.
  public enum Kind {
    /// It may or may not have been carried out.
    LOST,
    /// Its object does not exist.
    NOT_FOUND,
    /// It was not carried out.
    REFUSED
  }

  private final Kind kind;
  private final @Nullable String hint;

  CodeHostException(Kind kind, String message, @Nullable String hint) {
    super(message);
    this.kind = kind;
    this.hint = hint;
  }

  public Kind kind() {
    return kind;
  }

  public @Nullable String hint() {
    return hint;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
