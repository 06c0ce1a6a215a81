package dev.procc.language.yaml.parse;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.TextLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// A text while it is read: its places, what is found in it, and its comments.
///
/// Offsets are those of the repaired text, spans those of the source.
public final class ParseContext {
  /// More findings than these help nobody.
  private static final int MAX_FINDINGS = 1_000;

  private static final int MAX_INTERNED_LENGTH = 24;

  public final SourceFile file;
  final String text;
  final List<Finding> findings = new ArrayList<>();

  private final PatchedText patched;
  private final CodePointOffsets codePoints;

  /// Short texts seen lately, each where its hash leads.
  private final @Nullable String[] interned = new String[256];

  private int[] commentOffsets = {};
  private int commentOffsetCount;

  /// Where the text begins that no scalar covers.
  private int coveredUpTo;

  public ParseContext(SourceFile file, PatchedText patched) {
    this.file = file;
    this.patched = patched;
    this.text = patched.text();
    this.codePoints = new CodePointOffsets(text);
  }

  /// The offset of a mark of the engine.
  int offset(Mark mark) {
    return Math.min(codePoints.utf16Offset(mark.getIndex()), text.length());
  }

  /// @param otherwise for an event without a mark
  public int offset(Optional<Mark> mark, int otherwise) {
    return mark.isPresent() ? offset(mark.get()) : otherwise;
  }

  /// The offset in the source.
  int toSource(int offset) {
    return patched.toSource(offset);
  }

  /// @param start in the source, like the end
  Span span(int start, int end) {
    return new Span(file, start, Math.max(start, end));
  }

  /// @param start in the source, like the end
  Origin origin(int start, int end) {
    return Origin.written(file, start, Math.max(start, end));
  }

  /// A scalar with nothing in it.
  ///
  /// @param at in the source
  Scalar emptyScalar(int at) {
    return new Scalar(origin(at, at), "", Scalar.Style.PLAIN);
  }

  /// The same text for scalars that are equal and short, mostly: keys, names and flags repeat.
  String intern(String value) {
    if (value.length() > MAX_INTERNED_LENGTH) {
      return value;
    }
    int hash = value.hashCode();
    int place = (hash ^ (hash >>> 16)) & (interned.length - 1);
    String known = interned[place];
    if (known != null && known.equals(value)) {
      return known;
    }
    interned[place] = value;
    return value;
  }

  void add(Finding finding) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(finding);
    }
  }

  public char charAt(int offset) {
    return offset < text.length() ? text.charAt(offset) : ' ';
  }

  /// Up to where the text is covered.
  public int coveredUpTo() {
    return coveredUpTo;
  }

  /// The text up to here is covered by a token.
  public void cover(int end) {
    coveredUpTo = end;
  }

  /// Looks for comments up to `end`, in text that no scalar covers.
  public void scanGap(int end) {
    for (int at = coveredUpTo; at < end; at++) {
      if (text.charAt(at) == '#'
          && (at == 0
              || TextLines.isBlank(text.charAt(at - 1))
              || TextLines.isBreak(text.charAt(at - 1)))) {
        at = addComment(at);
      }
    }
    coveredUpTo = Math.max(coveredUpTo, end);
  }

  /// The header line of a block scalar, which lies within its token.
  public void scanBlockHeader(int start) {
    int lineEnd = TextLines.lineEnd(text, start);
    for (int at = start + 1; at < lineEnd; at++) {
      if (text.charAt(at) == '#' && TextLines.isBlank(text.charAt(at - 1))) {
        at = addComment(at);
      }
    }
  }

  private int addComment(int start) {
    int lineEnd = TextLines.lineEnd(text, start);
    int end = TextLines.trimBlanks(text, start, lineEnd);
    if (commentOffsetCount == commentOffsets.length) {
      commentOffsets = Arrays.copyOf(commentOffsets, Math.max(16, commentOffsetCount * 2));
    }
    commentOffsets[commentOffsetCount++] = toSource(start);
    commentOffsets[commentOffsetCount++] = toSource(end);
    return lineEnd;
  }

  /// How many numbers `comments` has.
  public int commentOffsetCount() {
    return commentOffsetCount;
  }

  /// Where comments lie in the source, start and end by turns; only the first ones count.
  public int[] commentOffsets() {
    return commentOffsets;
  }

  /// The engine ends a block scalar where the next line with something on it begins.
  public int blockScalarEnd(int start, int end) {
    int at = end;
    while (at > start
        && (TextLines.isBreak(text.charAt(at - 1)) || TextLines.isBlank(text.charAt(at - 1)))) {
      at--;
    }
    boolean header = TextLines.lineStart(text, at) <= start;
    return header ? at : Math.min(TextLines.lineEnd(text, at), end);
  }
}
