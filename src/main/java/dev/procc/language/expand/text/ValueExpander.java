package dev.procc.language.expand.text;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpandLimits;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The expansion of whole values, with a limit on the number of nodes that it makes.
///
/// A node without tags outside templates, loops and conditions is returned as it is.
public final class ValueExpander {
  private final Interpolator interpolator;
  private final ExpandLimits limits;
  private final Findings findings;
  private int reservedNodes;
  private boolean exhausted;

  public ValueExpander(ExpandLimits limits, Findings findings) {
    this.interpolator = new Interpolator(findings, limits);
    this.limits = limits;
    this.findings = findings;
  }

  public Interpolator interpolator() {
    return interpolator;
  }

  /// The value in a context.
  ///
  /// @param layer the layer of the origins of its outermost node and of its texts
  /// @return null if it is one tag whose value is absent
  @Nullable
  public YamlNode expand(YamlNode node, ExpansionContext context, Layer layer) {
    return expand(node, context, layer, 0);
  }

  /// The value in a context, at a depth in its process.
  @Nullable
  public YamlNode expand(YamlNode node, ExpansionContext context, Layer layer, int depth) {
    if (!reserve(1, node, context)) {
      return node;
    }
    if (node instanceof Scalar scalar) {
      return scalar(scalar, context, layer, depth);
    }
    if (node instanceof Mapping mapping) {
      return mapping(mapping, context, layer, depth);
    }
    return node instanceof Sequence sequence ? sequence(sequence, context, layer, depth) : node;
  }

  private @Nullable YamlNode scalar(
      Scalar scalar, ExpansionContext context, Layer layer, int depth) {
    YamlNode value = interpolator.value(scalar, context, layer);
    if (value instanceof Scalar text) {
      return reserve(NodeValues.nodeCount(text) - 1, scalar, context) ? text : scalar;
    }
    if (value != null) {
      boolean fits = reserve(NodeValues.nodeCount(value), scalar, context);
      if (depth + NodeValues.depth(value) > limits.maxDepth()) {
        reportTooDeep(scalar.span(), context);
        return scalar;
      }
      return fits ? value : scalar;
    }
    return value;
  }

  private YamlNode mapping(Mapping mapping, ExpansionContext context, Layer layer, int depth) {
    List<MappingEntry> entries = new ArrayList<>(mapping.entries().size());
    boolean same = context.enclosing() == null && layer == Layer.WRITTEN;
    for (MappingEntry entry : mapping.entries()) {
      checkKey(entry, context);
      YamlNode value = expand(entry.value(), context, layer, depth + 1);
      same &= value == entry.value();
      if (value == entry.value()) {
        entries.add(entry);
      } else if (value != null) {
        entries.add(new MappingEntry(entry.key(), value, entry.mergedAt()));
      }
    }
    return same ? mapping : new Mapping(origin(mapping, context, layer), entries, mapping.flow());
  }

  private YamlNode sequence(Sequence list, ExpansionContext context, Layer layer, int depth) {
    List<YamlNode> items = new ArrayList<>(list.items().size());
    boolean same = context.enclosing() == null && layer == Layer.WRITTEN;
    for (YamlNode item : list.items()) {
      YamlNode value = expand(item, context, layer, depth + 1);
      same &= value == item;
      if (value != null) {
        items.add(value);
      }
    }
    return same ? list : new Sequence(origin(list, context, layer), items, list.flow());
  }

  /// Reports a mapping key with a tag, since keys are not interpolated.
  public void checkKey(MappingEntry entry, ExpansionContext context) {
    if (TagParser.containsTag(entry.key().value())) {
      findings.add(
          context.traced(
              Finding.of(
                      ExpandCodes.NOT_INTERPOLATED,
                      entry.key().span(),
                      NodeValues.quoted(entry.key()) + " is a key; keys are never interpolated")
                  .withHint("repeat nodes with forEach, choose with if")));
    }
  }

  /// The origin of a node made in a context.
  public static Origin origin(YamlNode node, ExpansionContext context, Layer layer) {
    Origin own = node.origin();
    Origin layered = layer == Layer.WRITTEN ? own : new Origin(layer, own.span(), own.inputs());
    return layered.withInputs(context.withEnclosing(List.of()));
  }

  /// Counts nodes that are about to be made; false once there are too many, which is reported once.
  public boolean reserve(int nodes, YamlNode at, ExpansionContext context) {
    reservedNodes += nodes;
    if (reservedNodes > limits.maxNodes() && !exhausted) {
      exhausted = true;
      findings.add(
          context.traced(
              Finding.of(
                      ExpandCodes.TOO_LARGE,
                      at.span(),
                      "The process grows beyond "
                          + limits.maxNodes()
                          + " nodes here; an expanded process has at most that many")
                  .withHint("split it into several processes")));
    }
    return !exhausted;
  }

  public boolean isExhausted() {
    return exhausted;
  }

  public void reportTooDeep(Span at, ExpansionContext context) {
    findings.add(
        context.traced(
            Finding.of(
                ExpandCodes.TOO_LARGE,
                at,
                "This lies more than "
                    + limits.maxDepth()
                    + " levels deep; an expanded process nests at most that far")));
  }
}
