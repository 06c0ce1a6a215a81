package dev.procc.live.probe;

/// The answer to a question, or the reason why there is none.
///
/// @param answer empty if the replies fit none
/// @param observed what showed it, or the reason why there is no answer
public record ProbeResult(String answer, String observed) {
  /// An answer.
  public static ProbeResult of(String answer, String observed) {
    return new ProbeResult(answer, observed);
  }

  /// The result if the replies fit no answer.
  public static ProbeResult unclear(String reason) {
    return new ProbeResult("", reason);
  }

  /// Whether there is an answer.
  public boolean isClear() {
    return !answer.isEmpty();
  }
}
