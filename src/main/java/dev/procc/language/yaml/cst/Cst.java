package dev.procc.language.yaml.cst;

import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.parse.YamlLimits;
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
  record ScalarNode(
      int from, int start, int end, List<String> properties, Scalar.Style style, String value)
      implements Cst {
    /// Whether nothing is written, not even an anchor.
    public boolean isEmpty() {
      return from == end;
    }

    public boolean isBlock() {
      return style == Scalar.Style.LITERAL || style == Scalar.Style.FOLDED;
    }
  }

  /// `*name`.
  record AliasNode(int start, int end, String name) implements Cst {
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
  /// @param singlePair `[a: b]` holds a mapping without braces
  record CollectionNode(
      int from,
      int start,
      int end,
      List<String> properties,
      boolean mapping,
      boolean flow,
      boolean singlePair,
      List<Part> parts)
      implements Cst {}

  /// An entry of a mapping or an item of a list.
  ///
  /// @param start where it begins: at its dash, its `?`, or its key or item
  /// @param explicitKey whether it begins with `?`
  /// @param key absent in lists
  /// @param colon where the colon stands, or -1
  record Part(int start, boolean explicitKey, @Nullable Cst key, int colon, Cst value) {
    public int end() {
      return Math.max(Math.max(value.end(), colon + 1), key == null ? start : key.end());
    }
  }

  /// A comment.
  ///
  /// @param ownLine whether nothing stands before it on its line
  record CommentToken(int start, int end, boolean ownLine) {}

  /// A document.
  ///
  /// @param start where the one before ends
  /// @param startMarker where `---` stands when it is written, else where the content begins
  /// @param end up to where the document reaches, `...` and all
  /// @param hasStartMarker whether `---` is written
  /// @param hasEndMarker whether `...` is written
  record Document(
      int start,
      int startMarker,
      int end,
      boolean hasStartMarker,
      boolean hasEndMarker,
      Cst root) {}

  /// A whole text.
  ///
  /// @param comments all comments, in order
  record Stream(SourceFile file, List<Document> documents, List<CommentToken> comments) {}

  /// The spelling of a text; nothing when it is not YAML, or deeper than the bound.
  static Optional<Stream> read(SourceFile file, YamlLimits limits) {
    return new CstReader(file, limits).read();
  }
}
