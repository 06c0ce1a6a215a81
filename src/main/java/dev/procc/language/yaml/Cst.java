package dev.procc.language.yaml;

import dev.procc.base.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A node as it is spelled, for whoever rewrites a text: anchors, aliases, tags and merges stand as
/// written. Offsets are those of the file.
public sealed interface Cst {
  /// Where the node begins, with its anchor and tag.
  int from();

  /// Where its content begins, without anchor and tag.
  int start();

  /// Where it ends; a block collection where its last child ends.
  int end();

  /// Anchor and tag as written, in the order written.
  List<String> properties();

  /// A scalar.
  ///
  /// @param end of a block scalar past its last line with content, without its line end
  record Text(
      int from, int start, int end, List<String> properties, Scalar.Style style, String value)
      implements Cst {
    /// Whether nothing is written, not even an anchor.
    public boolean empty() {
      return from == end;
    }

    public boolean block() {
      return style == Scalar.Style.LITERAL || style == Scalar.Style.FOLDED;
    }
  }

  /// `*name`.
  record Alias(int start, int end, String name) implements Cst {
    @Override
    public int from() {
      return start;
    }

    @Override
    public List<String> properties() {
      return List.of();
    }
  }

  /// A collection.
  ///
  /// @param mapping or a list
  /// @param flow whether it stands in brackets or braces, or in one that does
  /// @param bare `[a: b]` holds a mapping without braces
  record Collection(
      int from,
      int start,
      int end,
      List<String> properties,
      boolean mapping,
      boolean flow,
      boolean bare,
      List<Part> parts)
      implements Cst {}

  /// An entry of a mapping or an item of a list.
  ///
  /// @param start where it begins: at its dash, its `?`, or its key or item
  /// @param question whether it begins with `?`
  /// @param key absent in lists
  /// @param colon where the colon stands, or -1
  record Part(int start, boolean question, @Nullable Cst key, int colon, Cst value) {
    public int end() {
      return Math.max(Math.max(value.end(), colon + 1), key == null ? start : key.end());
    }
  }

  /// A comment.
  ///
  /// @param ownLine whether nothing stands before it on its line
  record Note(int start, int end, boolean ownLine) {}

  /// A document.
  ///
  /// @param start where the one before ends
  /// @param dashes where `---` stands when it is written, else where the content begins
  /// @param end up to where the document reaches, `...` and all
  /// @param marked whether `---` is written
  /// @param ended whether `...` is written
  record Document(int start, int dashes, int end, boolean marked, boolean ended, Cst root) {}

  /// A whole text.
  ///
  /// @param notes all comments, in order
  record Stream(SourceFile file, List<Document> documents, List<Note> notes) {}

  /// The spelling of a text; nothing when it is not YAML, or deeper than the bound.
  static Optional<Stream> read(SourceFile file, YamlLimits limits) {
    return new CstReader(file, limits).read();
  }
}
