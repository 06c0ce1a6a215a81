package dev.procc.base.pattern;

import java.util.List;
import java.util.function.IntPredicate;

/// A part of a regular expression.
sealed interface PatternNode {
  /// One character of a set of code points.
  record OneOf(IntPredicate set) implements PatternNode {}

  /// Parts that follow each other.
  record Sequence(List<PatternNode> parts) implements PatternNode {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /// Alternatives.
  record Choice(List<PatternNode> parts) implements PatternNode {
    public Choice {
      parts = List.copyOf(parts);
    }
  }

  /// A part that is repeated.
  ///
  /// @param max -1 for no maximum
  record Repeat(PatternNode part, int min, int max) implements PatternNode {}

  /// A condition on a place between two characters.
  record Assertion(Kind kind) implements PatternNode {
    enum Kind {
      START,
      END,
      WORD_EDGE,
      NO_WORD_EDGE
    }
  }
}
