package dev.procc.base.finding;

import java.util.List;

/// The places that a finding is about when one line of a definition makes several: the turns of a
/// loop, the uses of a template, the periods of a process.
///
/// @param count the number of places, at least 2
/// @param examples the first of them, as addresses; at most [#MAX_EXAMPLES]
public record Occurrences(int count, List<String> examples) {
  /// The most places that are listed by name.
  public static final int MAX_EXAMPLES = 3;

  public Occurrences {
    examples = List.copyOf(examples.subList(0, Math.min(MAX_EXAMPLES, examples.size())));
  }

  /// `in 20 places: close/us, close/uk, close/de and 17 more`.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("in ").append(count).append(" places: ");
    for (int i = 0; i < examples.size(); i++) {
      out.append(i == 0 ? "" : ", ").append(examples.get(i));
    }
    if (count > examples.size()) {
      out.append(" and ").append(count - examples.size()).append(" more");
    }
    return out.toString();
  }
}
