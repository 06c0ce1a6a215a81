package dev.procc.base.pattern;

import org.jspecify.annotations.Nullable;

/// A regular expression that is matched against whole texts, in a time that grows only with the
/// length of the text.
///
/// All alternatives are followed at once (Thompson 1968), so that there is no backtracking. It
/// supports what RE2 supports of the usual notation: alternatives, groups, classes, counts,
/// anchors, `\d`, `\w`, `\s`, `\p{L}`. What needs backtracking (back references, lookaround) is
/// refused.
public final class LinearPattern {
  /// The most steps of one match; a simple expression takes two or three a character.
  static final int MAX_STEPS = 50_000;

  private final Program program;

  private LinearPattern(Program program) {
    this.program = program;
  }

  /// Compiles an expression.
  ///
  /// @throws PatternException with a message for people, if it is faulty or uses what is not
  ///   supported
  public static LinearPattern compile(String text) throws PatternException {
    PatternParser.ParsedPattern parsed = PatternParser.parse(text);
    return new LinearPattern(Program.of(parsed.tree(), parsed.ignoresCase()));
  }

  /// Whether the whole text matches; null if the match takes more than [#MAX_STEPS].
  public @Nullable Boolean matches(String text) {
    return new Match(text).run();
  }

  /// One match: the instructions of the program that the text so far leads to.
  private final class Match {
    private final String text;
    private int steps;
    private int[] current = new int[program.size()];
    private int[] next = new int[program.size()];
    private int currentCount;
    private int nextCount;
    private final int[] seenAt = new int[program.size()];
    private final int[] pending = new int[2 * program.size() + 1];

    Match(String text) {
      this.text = text;
    }

    @Nullable Boolean run() {
      follow(0, 0);
      swap();
      int at = 0;
      while (at < text.length() && currentCount > 0) {
        int character = text.codePointAt(at);
        at += Character.charCount(character);
        for (int i = 0; i < currentCount; i++) {
          int place = current[i];
          if (program.takes(place, character)) {
            follow(program.next(place), at);
          }
        }
        if (steps > MAX_STEPS) {
          return null;
        }
        swap();
      }
      for (int i = 0; i < currentCount && at == text.length(); i++) {
        if (program.isEnd(current[i])) {
          return true;
        }
      }
      return false;
    }

    private void swap() {
      int[] free = current;
      current = next;
      next = free;
      currentCount = nextCount;
      nextCount = 0;
    }

    /// Adds an instruction and all that are reached from it without a character.
    private void follow(int from, int at) {
      int count = 0;
      pending[count++] = from;
      while (count > 0) {
        int place = pending[--count];
        steps++;
        if (seenAt[place] == at + 1) {
          continue;
        }
        seenAt[place] = at + 1;
        if (program.isFork(place)) {
          pending[count++] = program.other(place);
          pending[count++] = program.next(place);
        } else if (program.isAssertion(place)) {
          if (program.holds(place, text, at)) {
            pending[count++] = program.next(place);
          }
        } else {
          next[nextCount++] = place;
        }
      }
    }
  }
}
