package dev.procc.language.expand;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.FindingKey;
import dev.procc.base.finding.Label;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds to findings about an expanded process the trace of the text at fault, as labels: the cell
/// or argument that the value comes from, each use of the template, the row of the loop.
///
/// Equal findings at one text get equal labels wherever they are made, so that one of them is
/// shown.
public final class FindingTraces {
  private static final int MAX_LABELS = 5;

  /// A node that expansion made.
  ///
  /// @param field its address with the field, `entities/us/recon-ar:dueDate`
  private record ExpandedNode(YamlNode node, String field) {}

  private final Map<Span, List<ExpandedNode>> bySpan = new HashMap<>();

  private FindingTraces(Mapping process) {
    for (MappingEntry entry : process.entries()) {
      if (entry.key().value().equals("root") && entry.value() instanceof Mapping root) {
        indexNode(root, "root", "");
      } else {
        index(entry.value(), ":" + entry.key().value());
      }
    }
  }

  /// The findings, with the trace of each text at fault that expansion made.
  ///
  /// @param process as expanded
  /// @param findings about what was bound from it
  public static List<Finding> addTraces(Mapping process, List<Finding> findings) {
    if (findings.isEmpty()) {
      return findings;
    }
    FindingTraces traces = new FindingTraces(process);
    Map<FindingKey, List<Finding>> findingsByKey = new HashMap<>();
    for (Finding finding : findings) {
      findingsByKey.computeIfAbsent(finding.key(), none -> new ArrayList<>(1)).add(finding);
    }
    Map<FindingKey, List<Label>> labels = new HashMap<>();
    List<Finding> tracedFindings = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      FindingKey sameFinding = finding.key();
      List<Label> trace =
          labels.computeIfAbsent(
              sameFinding, key -> traces.traceLabels(findingsByKey.getOrDefault(key, List.of())));
      Finding traced = finding;
      for (Label label : trace) {
        traced = traced.withLabel(label.span(), label.text());
      }
      tracedFindings.add(traced);
    }
    return tracedFindings;
  }

  /// @param path the address of the node, `root` for the root
  /// @param below the address under which its children are, empty for the root
  private void indexNode(Mapping node, String path, String below) {
    index(node, path + ":");
    for (MappingEntry entry : node.entries()) {
      String name = entry.key().value();
      if (name.equals("children") && entry.value() instanceof Sequence list) {
        for (YamlNode item : list.items()) {
          if (item instanceof Mapping child) {
            Scalar key = ChildNodes.key(child);
            String at = ChildNodes.address(below, key == null ? "" : key.value());
            indexNode(child, at, at);
          }
        }
      } else {
        index(entry.value(), path + ":" + name);
      }
    }
  }

  private void index(YamlNode node, String field) {
    if (!node.origin().inputs().isEmpty()) {
      bySpan
          .computeIfAbsent(node.span(), none -> new ArrayList<>(1))
          .add(new ExpandedNode(node, field));
    }
    if (node instanceof Mapping && field.endsWith(":")) {
      return;
    }
    for (YamlNode part : NodeValues.elements(node)) {
      index(part, field);
    }
  }

  private List<Label> traceLabels(List<Finding> equalFindings) {
    Span at = equalFindings.isEmpty() ? null : equalFindings.getFirst().span();
    List<ExpandedNode> made = at == null ? null : bySpan.get(at);
    if (at == null || made == null) {
      return List.of();
    }
    List<Label> labels = new ArrayList<>();
    for (Label label : equalFindings.getFirst().labels()) {
      labels.add(label);
    }
    int given = labels.size();
    List<ExpandedNode> matching = matchingNodes(made, equalFindings);
    for (ExpandedNode each : matching) {
      followOrigins(each.node().origin(), at, true, labels, given + MAX_LABELS);
    }
    for (ExpandedNode each : matching) {
      followOrigins(each.node().origin(), at, false, labels, given + MAX_LABELS);
    }
    return List.copyOf(labels.subList(given, labels.size()));
  }

  /// The nodes that equal findings are about: those at their addresses, else those whose value they
  /// quote, else all that the text made.
  private static List<ExpandedNode> matchingNodes(
      List<ExpandedNode> made, List<Finding> equalFindings) {
    List<ExpandedNode> addressed = new ArrayList<>();
    List<ExpandedNode> quoted = new ArrayList<>();
    for (ExpandedNode each : made) {
      for (Finding finding : equalFindings) {
        String address = finding.address();
        if (address != null && isAt(address, each.field())) {
          addressed.add(each);
          break;
        }
        if (each.node() instanceof Scalar value
            && finding.message().contains("\"" + value.value() + "\"")) {
          quoted.add(each);
          break;
        }
      }
    }
    return !addressed.isEmpty() ? addressed : !quoted.isEmpty() ? quoted : made;
  }

  private static boolean isAt(String address, String field) {
    if (field.startsWith(":")) {
      return address.indexOf('/') < 0 && address.endsWith(field);
    }
    int slash = address.indexOf('/');
    return slash >= 0 && address.substring(slash + 1).equals(field);
  }

  /// An origin to follow, with the layer of the origin that it is an input of.
  private record OriginStep(Origin origin, @Nullable Layer enclosing) {}

  /// Adds a label for each origin that the start leads to.
  ///
  /// @param values whether to follow only the origins of the value, not the uses, rows and
  ///   conditions around its node
  private static void followOrigins(
      Origin start, Span at, boolean values, List<Label> labels, int maxLabels) {
    Set<Origin> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<OriginStep> queue = new ArrayDeque<>();
    queue.add(new OriginStep(start, null));
    while (!queue.isEmpty() && labels.size() < maxLabels) {
      OriginStep step = queue.removeFirst();
      Origin origin = step.origin();
      if (!seen.add(origin) || (values && isEnclosing(origin.layer()))) {
        continue;
      }
      String text = origin == start ? null : labelText(origin, step.enclosing());
      if (text != null && !origin.span().equals(at) && isNew(origin.span(), labels)) {
        labels.add(new Label(origin.span(), text));
      }
      for (Origin from : origin.inputs()) {
        queue.add(new OriginStep(from, origin.layer()));
      }
    }
  }

  /// Whether a layer is around nodes, and no source of values.
  private static boolean isEnclosing(Layer layer) {
    return layer == Layer.TEMPLATE_USE || layer == Layer.LOOP || layer == Layer.CONDITION;
  }

  private static @Nullable String labelText(Origin origin, @Nullable Layer enclosing) {
    return switch (origin.layer()) {
      case TEMPLATE_USE -> "used here";
      case ROW -> enclosing == Layer.LOOP ? "in this row" : "comes from this cell";
      case ARGUMENT -> isLiteral(origin) ? "handed in here" : null;
      case VARIABLE, FLAG, ENVIRONMENT, DEFAULT, TARGET -> "comes from here";
      default -> null;
    };
  }

  private static boolean isLiteral(Origin argument) {
    for (Origin from : argument.inputs()) {
      if (!isEnclosing(from.layer())) {
        return false;
      }
    }
    return true;
  }

  /// Whether no label is at that text or a part of it.
  private static boolean isNew(Span span, List<Label> labels) {
    for (Label label : labels) {
      if (span.contains(label.span())) {
        return false;
      }
    }
    return true;
  }
}
