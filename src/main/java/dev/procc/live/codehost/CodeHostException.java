package dev.procc.live.codehost;

import org.jspecify.annotations.Nullable;

/// A call to a code host that did not succeed, in words for people.
public final class CodeHostException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What became of the call.
  public enum Kind {
    /// Nobody knows whether it was carried out.
    LOST,
    /// What it was about is not there.
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
