package dev.procc.language.format;

import dev.procc.language.yaml.cst.Cst;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a collection with its comments and blank lines.
final class LayoutItem {
  /// A comment on a line of its own.
  record CommentLine(Cst.CommentToken comment, boolean blankBefore) {}

  final Cst.Part part;

  /// The comments above it.
  List<CommentLine> leading = new ArrayList<>(0);

  /// The comments between its key or dash and its value; the first may be on the line of the key.
  final List<Cst.CommentToken> beforeValue = new ArrayList<>(0);

  /// The comment after it, or after the header of its block scalar; null if there is none.
  Cst.@Nullable CommentToken trailing;

  /// Whether a blank line is above it, below its leading comments.
  boolean blankBefore;

  LayoutItem(Cst.Part part) {
    this.part = part;
  }
}
