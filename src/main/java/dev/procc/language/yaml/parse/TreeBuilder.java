package dev.procc.language.yaml.parse;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.base.text.QuotedText;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The builder of the tree of a document: it keeps the open collections and attaches each finished
/// node to the innermost one.
final class TreeBuilder {
  private final ParseContext context;
  private final boolean structureOnly;
  private @Nullable CollectionFrame top;
  private @Nullable YamlNode root;
  private int depth;

  /// @param structureOnly whether only the open collections are tracked, and no nodes are kept
  TreeBuilder(ParseContext context, boolean structureOnly) {
    this.context = context;
    this.structureOnly = structureOnly;
  }

  /// The innermost open collection; null outside all collections.
  @Nullable CollectionFrame top() {
    return top;
  }

  /// The number of open collections.
  int depth() {
    return depth;
  }

  /// Removes and returns the root of the document; null if there is none.
  @Nullable YamlNode takeRoot() {
    YamlNode taken = root;
    root = null;
    return taken;
  }

  /// Begins a collection.
  ///
  /// @param start in the source
  void open(CollectionShape shape, int start, CollectionFrame.@Nullable AnchorTarget anchor) {
    CollectionFrame parent = top;
    CollectionFrame frame = new CollectionFrame(parent, shape, start, anchor);
    frame.isKey = parent != null && parent.mapping && !parent.expectsValue;
    top = frame;
    depth++;
  }

  /// Ends the innermost collection.
  ///
  /// @param end in the source
  void close(CollectionFrame frame, int end) {
    top = frame.parent;
    depth--;
    Origin origin = context.origin(frame.start, Math.max(frame.start, end));
    YamlNode node;
    if (frame.mapping) {
      List<MappingEntry> entries =
          frame.merges.isEmpty() ? frame.entries : MergeKeys.apply(frame, context);
      node = new Mapping(origin, entries, frame.flow);
    } else {
      node = new Sequence(origin, frame.items, frame.flow);
    }
    if (frame.isKey) {
      reportComplexKey(node);
      return;
    }
    attach(node, end, frame.nodeCount, frame.levels, frame.anchor);
  }

  private void reportComplexKey(YamlNode node) {
    CollectionFrame parent = top;
    if (parent != null) {
      parent.expectsValue = true;
      parent.dropValue = true;
    }
    String kind = node instanceof Mapping ? "mapping" : "list";
    context.add(
        Finding.of(
            YamlCodes.COMPLEX_KEY,
            node.span(),
            "A " + kind + " stands where a key should; a key is a text"));
  }

  /// Attaches a finished node to the innermost open collection, as key, value or item; outside all
  /// collections it becomes the root.
  ///
  /// @param end in the source
  /// @param size the number of nodes in it, itself included
  /// @param height the levels of collections in it
  void attach(
      YamlNode node, int end, int size, int height, CollectionFrame.@Nullable AnchorTarget anchor) {
    if (structureOnly) {
      return;
    }
    if (anchor != null) {
      anchor.node = node;
      anchor.nodeCount = size;
      anchor.levels = height;
    }
    CollectionFrame frame = top;
    if (frame == null) {
      if (root == null) {
        root = node;
      }
      return;
    }
    frame.end = Math.max(frame.end, end);
    if (!frame.mapping) {
      frame.items.add(node);
      grow(frame, size, height);
    } else if (!frame.expectsValue) {
      frame.expectsValue = true;
      if (node instanceof Scalar key) {
        frame.key = key;
      } else {
        reportComplexKey(node);
      }
    } else {
      attachValue(frame, node, size, height);
    }
  }

  private static void grow(CollectionFrame frame, int size, int height) {
    frame.nodeCount += size;
    frame.levels = Math.max(frame.levels, height + 1);
  }

  private void attachValue(CollectionFrame frame, YamlNode node, int size, int height) {
    Scalar key = frame.key;
    boolean drop = frame.dropValue;
    frame.key = null;
    frame.expectsValue = false;
    frame.dropValue = false;
    frame.commaFindingIndex = -1;
    if (drop || key == null) {
      return;
    }
    boolean merge = key.isPlain() && key.value().equals("<<");
    grow(frame, size + 1, merge ? height - (node instanceof Sequence ? 2 : 1) : height);
    if (merge) {
      frame.merges.add(new CollectionFrame.MergeEntry(key, node, frame.entries.size()));
      if (frame.merges.size() > 1) {
        reportDuplicate(frame, key, frame.merges.getFirst().key());
      }
      return;
    }
    int index = frame.indexOf(key.value());
    if (index < 0) {
      frame.add(new MappingEntry(key, node, null));
      frame.duplicate = -1;
    } else {
      MappingEntry first = frame.entries.get(index);
      frame.entries.set(index, RepeatedKey.of(first, node));
      reportDuplicate(frame, key, first.key());
    }
  }

  private void reportDuplicate(CollectionFrame frame, Scalar key, Scalar first) {
    if (frame.duplicate >= 0) {
      addDuplicate(frame.duplicate, key.span());
      return;
    }
    frame.duplicate = frame.flow ? -1 : context.findings.size();
    context.add(
        Finding.of(
                YamlCodes.DUPLICATE_KEY,
                key.span(),
                QuotedText.quoted(key.value()) + " is here twice; a key stands once in a mapping")
            .withLabel(first.span(), "first here"));
  }

  /// Reports a duplicate key; duplicates that follow each other are one fault, such as a missing
  /// dash.
  private void addDuplicate(int index, Span key) {
    Finding first = context.findings.get(index);
    if (first.labels().size() < Findings.MAX_LABELS) {
      context.findings.set(index, first.withLabel(key, "as this one"));
    }
  }

  void attach(Scalar scalar, CollectionFrame.@Nullable AnchorTarget anchor) {
    attach(scalar, scalar.origin().end(), 1, 0, anchor);
  }

  /// Closes the collections that are still open, so that everything read is kept.
  void closeAll() {
    while (top != null) {
      CollectionFrame frame = top;
      if (frame.expectsValue && frame.key != null) {
        attach(context.emptyScalar(frame.key.span().end()), null);
      }
      close(frame, frame.end);
    }
  }
}
