package dev.procc.live.diff;

import org.jspecify.annotations.Nullable;

/// The party that changed a field since it was last recorded.
public enum ChangedBy {
  /// Nobody: a difference between what was sent and what was seen is the server's own.
  NOBODY("nobody"),
  /// The definition.
  DEFINITION("you"),
  /// Somebody in Workiva.
  DRIFT("drift"),
  /// Both, to different values.
  BOTH("both"),
  /// Unknown, since what was sent is not on record.
  UNKNOWN("unknown"),
  /// Both, to the same value.
  CONVERGED("converged");

  private final String word;

  ChangedBy(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// Whether it is, or may be, drift that the definition does not have.
  public boolean mayBeDrift() {
    return this == DRIFT || this == BOTH || this == UNKNOWN;
  }

  /// The party with a name; null if there is none.
  public static @Nullable ChangedBy find(String word) {
    for (ChangedBy origin : values()) {
      if (origin.word.equals(word)) {
        return origin;
      }
    }
    return null;
  }

  /// @param sent the hash recorded as sent; null if the field was never set
  /// @param seen the hash recorded as seen
  /// @param desired the hash of the definition's value; null if it has none
  /// @param live the hash of the live value
  public static ChangedBy of(
      @Nullable String sent, String seen, @Nullable String desired, String live) {
    boolean you = desired == null ? sent != null && !sent.equals("-") : !desired.equals(sent);
    boolean drift = !live.equals(seen);
    if (you && drift) {
      return live.equals(desired == null ? "-" : desired) ? CONVERGED : BOTH;
    }
    return you ? DEFINITION : drift ? DRIFT : NOBODY;
  }
}
