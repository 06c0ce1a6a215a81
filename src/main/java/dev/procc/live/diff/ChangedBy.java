package dev.procc.live.diff;

import org.jspecify.annotations.Nullable;

/// Who changed a field since it was last recorded.
public enum ChangedBy {
  /// Nobody: what lies between sent and seen is the server's own.
  NOBODY("nobody"),
  /// The definition.
  DEFINITION("you"),
  /// Somebody in Workiva.
  DRIFT("drift"),
  /// Both, to different values.
  BOTH("both"),
  /// Nobody knows who: what was sent is not on record.
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

  /// Whether it is an edit made in Workiva, or may be one, that the definition does not have.
  public boolean mayBeDrift() {
    return this == DRIFT || this == BOTH || this == UNKNOWN;
  }

  /// The origin of that word; null if there is none.
  public static @Nullable ChangedBy find(String word) {
    for (ChangedBy origin : values()) {
      if (origin.word.equals(word)) {
        return origin;
      }
    }
    return null;
  }

  /// @param sent the hash recorded as sent; null if we never set the field
  /// @param seen the hash recorded as seen
  /// @param desired the hash of what the definition says; null if it says nothing
  /// @param live the hash of what the server shows
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
