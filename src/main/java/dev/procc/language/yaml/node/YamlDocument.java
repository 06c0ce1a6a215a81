package dev.procc.language.yaml.node;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One document of a file: its tree, its comments, and what of it is not quite as written.
///
/// A document with nothing in it is none.
public final class YamlDocument {
  private final YamlNode root;
  private final Span span;
  private final int[] commentOffsets;
  private final int[] repairedLines;
  private @Nullable List<Comment> comments;

  /// @param commentOffsets where comments lie: start and end by turns
  /// @param repairedLines numbers of lines, ascending
  public YamlDocument(YamlNode root, Span span, int[] commentOffsets, int[] repairedLines) {
    this.root = root;
    this.span = span;
    this.commentOffsets = commentOffsets;
    this.repairedLines = repairedLines;
  }

  /// The outermost node.
  public YamlNode root() {
    return root;
  }

  /// From `---` (or the start of the file) up to the next document, comments and all.
  public Span span() {
    return span;
  }

  public SourceFile file() {
    return span.file();
  }

  /// The comments in the order of the text.
  public List<Comment> comments() {
    List<Comment> known = comments;
    if (known == null) {
      known = commentOffsets.length == 0 ? List.of() : CommentAttacher.attach(this, commentOffsets);
      comments = known;
    }
    return known;
  }

  /// Whether any of the text was not YAML and was mended to be read.
  public boolean isRepaired() {
    return repairedLines.length > 0;
  }

  /// Whether a line of this text was mended: what it says may not be what was meant, so a rule that
  /// finds something missing or odd there had better be silent.
  public boolean isRepaired(Span at) {
    if (repairedLines.length == 0 || at.file() != file()) {
      return false;
    }
    int first = at.startPosition().line();
    int index = Arrays.binarySearch(repairedLines, first);
    int next = index >= 0 ? index : -index - 1;
    return next < repairedLines.length && repairedLines[next] <= at.endPosition().line();
  }
}
