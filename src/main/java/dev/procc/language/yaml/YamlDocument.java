package dev.procc.language.yaml;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One document of a file: its tree, its comments, and what of it is not quite as written.
///
/// A document with nothing in it is none.
public final class YamlDocument {
  private final Node root;
  private final Span span;
  private final int[] marks;
  private final int[] repairedLines;
  private @Nullable List<Comment> comments;

  /// @param marks where comments lie: start and end by turns
  /// @param repairedLines numbers of lines, ascending
  YamlDocument(Node root, Span span, int[] marks, int[] repairedLines) {
    this.root = root;
    this.span = span;
    this.marks = marks;
    this.repairedLines = repairedLines;
  }

  /// The outermost node.
  public Node root() {
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
      known = marks.length == 0 ? List.of() : Comments.attach(this, marks);
      comments = known;
    }
    return known;
  }

  /// Whether any of the text was not YAML and was mended to be read.
  public boolean repaired() {
    return repairedLines.length > 0;
  }

  /// Whether a line of this text was mended: what it says may not be what was meant, so a rule that
  /// finds something missing or odd there had better be silent.
  public boolean repaired(Span at) {
    if (repairedLines.length == 0 || at.file() != file()) {
      return false;
    }
    int first = at.from().line();
    int found = Arrays.binarySearch(repairedLines, first);
    int next = found >= 0 ? found : -found - 1;
    return next < repairedLines.length && repairedLines[next] <= at.to().line();
  }
}
