package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes whole values at a place, and counts what it makes.
///
/// Where nothing is to be made, the node itself comes back.
final class Deep {
  private final Interpolator interpolator;
  private final ExpandLimits limits;
  private final Findings findings;
  private int made;
  private boolean spent;

  Deep(ExpandLimits limits, Findings findings) {
    this.interpolator = new Interpolator(findings, limits);
    this.limits = limits;
    this.findings = findings;
  }

  Interpolator texts() {
    return interpolator;
  }

  /// The value made at a place.
  ///
  /// @param layer the part that the value plays; its outermost node and all texts get it
  /// @return nothing when it is one tag without a value
  @Nullable Node resolve(Node node, Place place, Layer layer) {
    return resolve(node, place, layer, 0);
  }

  @Nullable Node resolve(Node node, Place place, Layer layer, int depth) {
    if (!count(1, node.span(), place)) {
      return node;
    }
    if (node instanceof Scalar scalar) {
      return scalar(scalar, place, layer, depth);
    }
    return node instanceof Mapping mapping
        ? mapping(mapping, place, layer, depth)
        : list((Sequence) node, place, layer, depth);
  }

  private @Nullable Node scalar(Scalar scalar, Place place, Layer layer, int depth) {
    Node value = interpolator.value(scalar, place, layer);
    if (value instanceof Mapping || value instanceof Sequence) {
      boolean fits = count(Values.size(value), scalar.span(), place);
      if (depth + Values.depth(value) > limits.depth()) {
        tooDeep(scalar.span(), place);
        return scalar;
      }
      return fits ? value : scalar;
    }
    return value;
  }

  private Node mapping(Mapping mapping, Place place, Layer layer, int depth) {
    List<Entry> entries = new ArrayList<>(mapping.entries().size());
    boolean same = place.made() == null && layer == Layer.WRITTEN;
    for (Entry entry : mapping.entries()) {
      key(entry, place);
      Node value = resolve(entry.value(), place, layer, depth + 1);
      same &= value == entry.value();
      if (value == entry.value()) {
        entries.add(entry);
      } else if (value != null) {
        entries.add(new Entry(entry.key(), value, entry.mergedAt()));
      }
    }
    return same ? mapping : new Mapping(origin(mapping, place, layer), entries, mapping.flow());
  }

  private Node list(Sequence list, Place place, Layer layer, int depth) {
    List<Node> items = new ArrayList<>(list.items().size());
    boolean same = place.made() == null && layer == Layer.WRITTEN;
    for (Node item : list.items()) {
      Node value = resolve(item, place, layer, depth + 1);
      same &= value == item;
      if (value != null) {
        items.add(value);
      }
    }
    return same ? list : new Sequence(origin(list, place, layer), items, list.flow());
  }

  /// Reports a mapping key that hopes to be interpolated.
  void key(Entry entry, Place place) {
    if (Tags.any(entry.key().value())) {
      findings.add(
          place.trace(
              Diagnostic.of(
                      ExpandCodes.NOT_INTERPOLATED,
                      entry.key().span(),
                      Values.show(entry.key()) + " is a key; keys are never interpolated")
                  .withHint("repeat nodes with forEach, choose with if")));
    }
  }

  static Origin origin(Node node, Place place, Layer layer) {
    Origin own = node.origin();
    Origin layered = layer == Layer.WRITTEN ? own : new Origin(layer, own.span(), own.from());
    return layered.with(place.into(List.of()));
  }

  /// Counts nodes about to be made; false once there are too many, which is reported once.
  boolean count(int nodes, Span at, Place place) {
    made += nodes;
    if (made > limits.nodes() && !spent) {
      spent = true;
      findings.add(
          place.trace(
              Diagnostic.of(
                      ExpandCodes.TOO_LARGE,
                      at,
                      "The process grows beyond "
                          + limits.nodes()
                          + " nodes here; an expanded process has at most that many")
                  .withHint("split it into several processes")));
    }
    return !spent;
  }

  boolean spent() {
    return spent;
  }

  void tooDeep(Span at, Place place) {
    findings.add(
        place.trace(
            Diagnostic.of(
                ExpandCodes.TOO_LARGE,
                at,
                "This lies more than "
                    + limits.depth()
                    + " levels deep; an expanded process nests at most that far")));
  }
}
