package dev.procc.language.yaml.cst;

import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.parse.CollectionShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of the concrete syntax tree: a piece of YAML as it is spelled, with anchors, aliases,
/// tags and merge keys as written. Offsets are those of the file.
public sealed interface Cst {
  /// The offset of the node with its anchor and tag.
  int from();

  /// The offset of its content, without anchor and tag.
  int start();

  /// The offset after it; for a block collection, the end of its last child.
  int end();

  /// Anchor and tag as written, in their order.
  List<String> properties();

  /// A scalar.
  ///
  /// @param end of a block scalar the end of its last line with content, before its line break
  record ScalarNode(
      int from, int start, int end, List<String> properties, Scalar.Style style, String value)
      implements Cst {
    /// Whether it is an empty value without an anchor or tag.
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

  /// A mapping or a list.
  record CollectionNode(
      int from,
      int start,
      int end,
      List<String> properties,
      CollectionShape shape,
      List<Part> parts)
      implements Cst {
    public boolean mapping() {
      return shape.isMapping();
    }

    /// Whether it is written in brackets or braces, or within one that is.
    public boolean flow() {
      return shape.isFlow();
    }

    /// Whether it is the mapping of `[a: b]`, which has no braces.
    public boolean singlePair() {
      return shape == CollectionShape.SINGLE_PAIR;
    }
  }

  /// An entry of a mapping or an item of a list.
  ///
  /// @param start the offset of its dash or `?`, otherwise of its key or item
  /// @param explicitKey whether it begins with `?`
  /// @param key null in lists
  /// @param colon the offset of the colon; -1 if there is none
  record Part(int start, boolean explicitKey, @Nullable Cst key, int colon, Cst value) {
    public int end() {
      return Math.max(Math.max(value.end(), colon + 1), key == null ? start : key.end());
    }
  }

  /// A comment.
  ///
  /// @param ownLine whether it is alone on its line
  record CommentToken(int start, int end, boolean ownLine) {}

  /// A document.
  ///
  /// @param start the end of the document before, 0 for the first
  /// @param startMarker the offset of `---`, -1 if it is not written
  /// @param end the end of the document, with `...`
  /// @param hasEndMarker whether `...` is written
  record Document(int start, int startMarker, int end, boolean hasEndMarker, Cst root) {
    public boolean hasStartMarker() {
      return startMarker >= 0;
    }
  }

  /// The syntax tree of a whole text.
  ///
  /// @param comments all comments of the text, in order
  record Stream(SourceFile file, List<Document> documents, List<CommentToken> comments) {}
}
