package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tree of a document while it grows: the collections that are open, and where a finished node
/// belongs.
final class Tree {
  private final Reading reading;
  private final boolean probe;
  private @Nullable Frame top;
  private @Nullable Node root;
  private int depth;

  /// @param probe whether only the open collections are followed and no node is kept
  Tree(Reading reading, boolean probe) {
    this.reading = reading;
    this.probe = probe;
  }

  /// The innermost open collection.
  @Nullable Frame top() {
    return top;
  }

  /// How many collections are open.
  int depth() {
    return depth;
  }

  /// The root, once; the next one is of another document.
  @Nullable Node takeRoot() {
    Node whole = root;
    root = null;
    return whole;
  }

  /// @param start in the source
  void open(boolean mapping, boolean flow, int start, Frame.@Nullable Anchor anchor) {
    Frame parent = top;
    Frame frame = new Frame(parent, mapping, flow, start, anchor);
    frame.asKey = parent != null && parent.mapping && !parent.valueNext;
    top = frame;
    depth++;
  }

  /// Ends the innermost collection.
  ///
  /// @param end in the source
  void close(Frame frame, int end) {
    top = frame.parent;
    depth--;
    Origin origin = reading.written(frame.start, Math.max(frame.start, end));
    Node node;
    if (frame.mapping) {
      List<Entry> entries =
          frame.merges.isEmpty() ? frame.entries : Merges.apply(frame, reading.found);
      node = new Mapping(origin, entries, frame.flow);
    } else {
      node = new Sequence(origin, frame.items, frame.flow);
    }
    if (frame.asKey) {
      complexKey(node);
      return;
    }
    attach(node, end, frame.size, frame.height, frame.anchor);
  }

  private void complexKey(Node node) {
    Frame parent = top;
    if (parent != null) {
      parent.valueNext = true;
      parent.dropValue = true;
    }
    String kind = node instanceof Mapping ? "mapping" : "list";
    reading.add(
        Diagnostic.of(
            YamlCodes.COMPLEX_KEY,
            node.span(),
            "A " + kind + " stands where a key should; a key is a text"));
  }

  /// Puts a finished node where it belongs.
  void attach(Node node, int end, int size, int height, Frame.@Nullable Anchor anchor) {
    if (probe) {
      return;
    }
    if (anchor != null) {
      anchor.node = node;
      anchor.size = size;
      anchor.height = height;
    }
    Frame frame = top;
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
    } else if (!frame.valueNext) {
      frame.valueNext = true;
      if (node instanceof Scalar key) {
        frame.key = key;
      } else {
        complexKey(node);
      }
    } else {
      value(frame, node, size, height);
    }
  }

  private static void grow(Frame frame, int size, int height) {
    frame.size += size;
    frame.height = Math.max(frame.height, height + 1);
  }

  private void value(Frame frame, Node node, int size, int height) {
    Scalar key = frame.key;
    boolean drop = frame.dropValue;
    frame.key = null;
    frame.valueNext = false;
    frame.dropValue = false;
    frame.commaFinding = -1;
    if (drop || key == null) {
      return;
    }
    boolean merge = key.plain() && key.value().equals("<<");
    grow(frame, size + 1, merge ? height - (node instanceof Sequence ? 2 : 1) : height);
    Scalar first = frame.written(key.value());
    if (first == null) {
      first = Merges.written(frame, key);
    }
    if (first != null) {
      reading.add(
          Diagnostic.of(
                  YamlCodes.DUPLICATE_KEY,
                  key.span(),
                  Syntax.quoted(key.value()) + " is here twice; a key stands once in a mapping")
              .withLabel(first.span(), "first here"));
    } else if (merge) {
      frame.merges.add(new Frame.Merge(key, node, frame.entries.size()));
    } else {
      frame.add(new Entry(key, node, null));
    }
  }

  void attach(Scalar scalar, Frame.@Nullable Anchor anchor) {
    attach(scalar, scalar.span().end(), 1, 0, anchor);
  }

  /// Closes what is still open, so that what was read is kept.
  void closeAll() {
    while (top != null) {
      Frame frame = top;
      if (frame.valueNext && frame.key != null) {
        attach(reading.nothing(frame.key.span().end()), null);
      }
      close(frame, frame.end);
    }
  }
}
