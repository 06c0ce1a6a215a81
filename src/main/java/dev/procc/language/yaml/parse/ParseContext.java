package dev.procc.language.yaml.parse;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// The context of reading a text: its offsets, findings and comments.
///
/// Offsets are those of the repaired text, spans those of the source.
public final class ParseContext {
  /// The most findings of one text; further ones are dropped.
  private static final int MAX_FINDINGS = 1_000;

  private static final int MAX_INTERNED_LENGTH = 24;

  public final SourceFile file;
  final String text;
  final List<Finding> findings = new ArrayList<>();

  private final PatchedText patched;
  private @Nullable CodePointOffsets codePoints;

  /// Recent short texts, each at the index of its hash.
  private final @Nullable String[] interned = new String[256];

  private int[] commentOffsets = {};
  private int commentOffsetCount;

  /// The end of the text that tokens cover so far; comments lie in the gaps between tokens.
  private int coveredUpTo;

  public ParseContext(SourceFile file, PatchedText patched) {
    this.file = file;
    this.patched = patched;
    this.text = patched.text();
  }

  /// The offset of an engine's mark.
  int offset(Mark mark) {
    CodePointOffsets offsets = codePoints;
    if (offsets == null) {
      offsets = new CodePointOffsets(text);
      codePoints = offsets;
    }
    return Math.min(offsets.utf16Offset(mark.getIndex()), text.length());
  }

  /// The offset of an engine's mark.
  ///
  /// @param otherwise the offset for an event without a mark
  public int offset(Optional<Mark> mark, int otherwise) {
    return mark.isPresent() ? offset(mark.get()) : otherwise;
  }

  /// The offset in the source of an offset in the repaired text.
  int toSource(int offset) {
    return patched.toSource(offset);
  }

  /// The offset in the source of a start in the repaired text; if text was removed there, the start
  /// of that text.
  int startToSource(int offset) {
    return patched.startToSource(offset);
  }

  /// A span of the source.
  ///
  /// @param start in the source, like the end
  Span span(int start, int end) {
    return new Span(file, start, Math.max(start, end));
  }

  /// The origin of a node.
  ///
  /// @param start in the source, like the end
  Origin origin(int start, int end) {
    return Origin.written(file, start, Math.max(start, end));
  }

  /// An empty scalar.
  ///
  /// @param at in the source
  Scalar emptyScalar(int at) {
    return new Scalar(origin(at, at), "", Scalar.Style.PLAIN);
  }

  /// An equal text that is shared, for most short texts: keys, names and booleans repeat.
  String intern(String value) {
    if (value.length() > MAX_INTERNED_LENGTH) {
      return value;
    }
    int hash = value.hashCode();
    int index = (hash ^ (hash >>> 16)) & (interned.length - 1);
    String known = interned[index];
    if (known != null && known.equals(value)) {
      return known;
    }
    interned[index] = value;
    return value;
  }

  /// A part of the text, shared with equal parts if they are short.
  String intern(int from, int to) {
    int size = to - from;
    if (size > MAX_INTERNED_LENGTH) {
      return text.substring(from, to);
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int index = (hash ^ (hash >>> 16)) & (interned.length - 1);
    String known = interned[index];
    if (known != null && known.length() == size && text.startsWith(known, from)) {
      return known;
    }
    String value = text.substring(from, to);
    interned[index] = value;
    return value;
  }

  void add(Finding finding) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(finding);
    }
  }

  /// The character at an offset; a blank after the end.
  public char charAt(int offset) {
    return offset < text.length() ? text.charAt(offset) : ' ';
  }

  /// The end of the text that tokens cover so far.
  public int coveredUpTo() {
    return coveredUpTo;
  }

  /// Records that a token covers the text up to an offset.
  public void cover(int end) {
    coveredUpTo = end;
  }

  /// Collects the comments between the last token and `end`.
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

  /// Collects the comment on the header line of a block scalar, which is part of its token.
  public void scanBlockHeader(int start) {
    int lineEnd = TextLines.lineEnd(text, start);
    for (int at = start + 1; at < lineEnd; at++) {
      if (text.charAt(at) == '#' && TextLines.isBlank(text.charAt(at - 1))) {
        at = addComment(at);
      }
    }
  }

  /// Adds the comment that begins at an offset; returns the end of its line.
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

  /// The number of elements of `commentOffsets` that are used.
  public int commentOffsetCount() {
    return commentOffsetCount;
  }

  /// Start and end in the source of each comment, alternating; `commentOffsetCount` of them are
  /// used.
  public int[] commentOffsets() {
    return commentOffsets;
  }

  /// The end of a block scalar's last line with content; the engine's `end` is where the next line
  /// with content begins.
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
