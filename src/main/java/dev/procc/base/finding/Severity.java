package dev.procc.base.finding;

import java.util.Locale;

/// The severity of a finding, the most severe first.
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /// The severity with a keyword.
  ///
  /// @throws IllegalArgumentException for any other
  public static Severity of(String word) {
    for (Severity severity : values()) { // valueOf reflects, which a cold start would pay for
      if (severity.keyword().equals(word)) {
        return severity;
      }
    }
    throw new IllegalArgumentException("no severity: " + word);
  }

  /// The keyword in files and output: `error`, `warning`, `info`.
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether this is `threshold` or a more severe one.
  public boolean atLeast(Severity threshold) {
    return compareTo(threshold) <= 0;
  }
}
