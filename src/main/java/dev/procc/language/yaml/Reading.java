package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// A text while it is read: its places, what is found in it, and its comments.
///
/// Offsets are those of the repaired text, spans those of the source.
final class Reading {
  /// More findings than these help nobody.
  private static final int MOST_FINDINGS = 1_000;

  private static final int LONGEST_WORD = 24;

  final SourceFile file;
  final String text;
  final List<Diagnostic> found = new ArrayList<>();

  private final Patched patched;
  private final Astral astral;

  /// Short texts seen lately, each where its hash leads.
  private final @Nullable String[] words = new String[256];

  private int[] comments = {};
  private int commentCount;

  /// Where the text begins that no scalar covers.
  private int gap;

  Reading(SourceFile file, Patched patched) {
    this.file = file;
    this.patched = patched;
    this.text = patched.text();
    this.astral = new Astral(text);
  }

  /// The offset of a mark of the engine.
  int place(Mark mark) {
    return Math.min(astral.offset(mark.getIndex()), text.length());
  }

  /// @param otherwise for an event without a mark
  int place(Optional<Mark> mark, int otherwise) {
    return mark.isPresent() ? place(mark.get()) : otherwise;
  }

  /// The offset in the source.
  int source(int offset) {
    return patched.toSource(offset);
  }

  /// @param start in the source, like the end
  Span span(int start, int end) {
    return new Span(file, start, Math.max(start, end));
  }

  /// @param start in the source, like the end
  Origin written(int start, int end) {
    return Origin.written(file, start, Math.max(start, end));
  }

  /// A scalar with nothing in it.
  ///
  /// @param at in the source
  Scalar nothing(int at) {
    return new Scalar(written(at, at), "", Scalar.Style.PLAIN);
  }

  /// The same text for scalars that are equal and short, mostly: keys, names and flags repeat.
  String shared(String value) {
    if (value.length() > LONGEST_WORD) {
      return value;
    }
    int hash = value.hashCode();
    int place = (hash ^ (hash >>> 16)) & (words.length - 1);
    String known = words[place];
    if (known != null && known.equals(value)) {
      return known;
    }
    words[place] = value;
    return value;
  }

  void add(Diagnostic finding) {
    if (found.size() < MOST_FINDINGS) {
      found.add(finding);
    }
  }

  char charAt(int offset) {
    return offset < text.length() ? text.charAt(offset) : ' ';
  }

  /// Up to where the text is covered.
  int gap() {
    return gap;
  }

  /// The text up to here is covered by a token.
  void cover(int end) {
    gap = end;
  }

  /// Looks for comments up to `end`, in text that no scalar covers.
  void scanGap(int end) {
    for (int at = gap; at < end; at++) {
      if (text.charAt(at) == '#'
          && (at == 0
              || Lines.isBlank(text.charAt(at - 1))
              || Lines.isBreak(text.charAt(at - 1)))) {
        at = comment(at);
      }
    }
    gap = Math.max(gap, end);
  }

  /// The header line of a block scalar, which lies within its token.
  void scanLine(int start) {
    int lineEnd = Lines.end(text, start);
    for (int at = start + 1; at < lineEnd; at++) {
      if (text.charAt(at) == '#' && Lines.isBlank(text.charAt(at - 1))) {
        at = comment(at);
      }
    }
  }

  private int comment(int start) {
    int lineEnd = Lines.end(text, start);
    int end = Lines.trim(text, start, lineEnd);
    if (commentCount == comments.length) {
      comments = Arrays.copyOf(comments, Math.max(16, commentCount * 2));
    }
    comments[commentCount++] = source(start);
    comments[commentCount++] = source(end);
    return lineEnd;
  }

  /// How many numbers `comments` has.
  int commentCount() {
    return commentCount;
  }

  /// Where comments lie in the source, start and end by turns; only the first ones count.
  int[] comments() {
    return comments;
  }

  /// The engine ends a block scalar where the next line with something on it begins.
  int blockEnd(int start, int end) {
    int at = end;
    while (at > start
        && (Lines.isBreak(text.charAt(at - 1)) || Lines.isBlank(text.charAt(at - 1)))) {
      at--;
    }
    boolean header = Lines.start(text, at) <= start;
    return header ? at : Math.min(Lines.end(text, at), end);
  }
}
