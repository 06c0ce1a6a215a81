package dev.procc.live.probe;

/// What a probe found.
///
/// @param word the answer; empty where the replies fit none
/// @param observed what showed it, or why there is no answer
public record Reading(String word, String observed) {
  /// An answer.
  public static Reading is(String word, String observed) {
    return new Reading(word, observed);
  }

  /// The replies fit no answer.
  public static Reading unclear(String why) {
    return new Reading("", why);
  }

  /// Whether there is an answer.
  public boolean clear() {
    return !word.isEmpty();
  }
}
