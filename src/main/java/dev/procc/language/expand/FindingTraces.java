package dev.procc.language.expand;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.FindingKey;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.base.source.TableCell;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.duedate.syntax.DateCodes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The traces of faulty texts in an expanded process, added to findings as labels: the cell or
/// argument that the value comes from, each use of the template, the row of the loop.
///
/// Equal findings at one text get equal labels wherever they are made, so that one of them is
/// shown.
public final class FindingTraces {
  private static final int MAX_LABELS = 5;

  /// The most cells at fault that are reported each at its place; more are one finding about the
  /// text that uses the column.
  private static final int MAX_CELLS = 3;

  /// A text and a node of the tree that it is a part of.
  ///
  /// @param node the address in the process, empty for the process itself
  private record TextInNode(Span span, String node) {
    // Written out as in Fix: the one of a record is linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof TextInNode that && node.equals(that.node) && span.equals(that.span);
    }

    @Override
    public int hashCode() {
      return 31 * node.hashCode() + span.hashCode();
    }
  }

  /// A node by its key and the node that contains it; its address is only built when needed.
  private record Place(@Nullable Place above, String key) {
    String address() {
      return above == null ? key : ChildNodes.address(above.address(), key);
    }
  }

  private static final Place PROCESS = new Place(null, "");
  private static final Place ROOT = new Place(null, "root");

  private final Set<Span> wanted = new HashSet<>();
  private final Map<TextInNode, List<YamlNode>> byNode = new HashMap<>();
  private final Map<Span, List<YamlNode>> bySpan = new HashMap<>();

  /// @param findings whose texts are looked for in the process
  private FindingTraces(Mapping process, List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.span() != null) {
        wanted.add(finding.span());
      }
    }
    for (MappingEntry entry : process.entries()) {
      if (entry.key().value().equals("root") && entry.value() instanceof Mapping root) {
        indexNode(root, ROOT, PROCESS);
      } else {
        index(entry.value(), PROCESS);
      }
    }
  }

  /// The findings, with the trace of each text at fault that expansion made.
  ///
  /// @param identity of the process, `close@2024-Q4`
  /// @param process as expanded
  /// @param findings about what was bound from it; of one whose address begins with `/` or `:` the
  ///   address is completed where expansion made the text, and taken away where it was written
  public static List<Finding> addTraces(String identity, Mapping process, List<Finding> findings) {
    if (findings.isEmpty()) {
      return findings;
    }
    FindingTraces traces = new FindingTraces(process, findings);
    Map<FindingKey, List<Finding>> findingsByKey = new HashMap<>();
    for (Finding finding : findings) {
      findingsByKey.computeIfAbsent(finding.key(), none -> new ArrayList<>(1)).add(finding);
    }
    Map<Span, Set<Span>> cellsByText = new HashMap<>();
    for (Finding finding : findings) {
      Span cell = traces.cell(finding);
      if (cell != null && finding.span() != null) {
        cellsByText.computeIfAbsent(finding.span(), none -> new HashSet<>(2)).add(cell);
      }
    }
    Map<FindingKey, List<Label>> labels = new HashMap<>();
    List<Finding> tracedFindings = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      List<Label> trace =
          labels.computeIfAbsent(
              finding.key(), key -> traces.traceLabels(findingsByKey.getOrDefault(key, List.of())));
      Finding traced = finding.withAddress(traces.address(identity, finding));
      boolean few = cellsByText.getOrDefault(finding.span(), Set.of()).size() <= MAX_CELLS;
      Span cell = few ? traces.cell(finding) : null;
      if (cell != null) {
        traced = traced.at(cell).withLabel(Objects.requireNonNull(finding.span()), "used here");
      }
      for (Label label : trace) {
        if (cell == null || label.span().file() != cell.file()) {
          traced = traced.withLabel(label.span(), label.text());
        }
      }
      tracedFindings.add(traced);
    }
    return tracedFindings;
  }

  /// The cell of a table in which an error about the value of a field is mended; null if there is
  /// none. What may be allowed by a comment stays beside it.
  private @Nullable Span cell(Finding finding) {
    if (finding.severity() != Severity.ERROR
        || finding.code().equals(DateCodes.OUTSIDE_SCHEDULE)
        || finding.address() == null
        || finding.address().indexOf(':') < 0) {
      return null;
    }
    for (YamlNode node : nodesAt(finding)) {
      Span cell = node instanceof Scalar value ? TableCell.of(value.origin(), value.value()) : null;
      if (cell != null) {
        return cell;
      }
    }
    return null;
  }

  private @Nullable String address(String identity, Finding finding) {
    String address = finding.address();
    if (address == null || (!address.startsWith("/") && !address.startsWith(":"))) {
      return address;
    }
    return nodesAt(finding).isEmpty() ? null : identity + address;
  }

  /// The expanded nodes at the address of a finding that its text made.
  private List<YamlNode> nodesAt(Finding finding) {
    String address = finding.address();
    if (address == null || finding.span() == null) {
      return List.of();
    }
    int slash = address.indexOf('/');
    int colon = address.indexOf(':', slash + 1);
    String node =
        slash < 0 ? "" : address.substring(slash + 1, colon < 0 ? address.length() : colon);
    return byNode.getOrDefault(new TextInNode(finding.span(), node), List.of());
  }

  /// @param place of the node
  /// @param below the place that contains its children
  private void indexNode(Mapping node, Place place, Place below) {
    add(node, place);
    for (MappingEntry entry : node.entries()) {
      if (entry.key().value().equals("children") && entry.value() instanceof Sequence list) {
        for (YamlNode item : list.items()) {
          if (item instanceof Mapping child) {
            Scalar key = ChildNodes.key(child);
            Place at = new Place(below, key == null ? "" : key.value());
            indexNode(child, at, at);
          }
        }
      } else {
        index(entry.value(), place);
      }
    }
  }

  private void index(YamlNode value, Place place) {
    add(value, place);
    if (!(value instanceof Scalar)) {
      for (YamlNode part : NodeValues.elements(value)) {
        index(part, place);
      }
    }
  }

  private void add(YamlNode node, Place place) {
    if (node.origin().inputs().isEmpty()) {
      return;
    }
    Span span = node.span();
    if (wanted.contains(span)) {
      byNode
          .computeIfAbsent(new TextInNode(span, place.address()), none -> new ArrayList<>(1))
          .add(node);
      bySpan.computeIfAbsent(span, none -> new ArrayList<>(1)).add(node);
    }
  }

  private List<Label> traceLabels(List<Finding> equalFindings) {
    Span at = equalFindings.isEmpty() ? null : equalFindings.getFirst().span();
    if (at == null) {
      return List.of();
    }
    List<Label> labels = new ArrayList<>(equalFindings.getFirst().labels());
    int given = labels.size();
    List<YamlNode> nodes = nodes(at, equalFindings);
    for (YamlNode each : nodes) {
      followOrigins(each.origin(), at, true, labels, given + MAX_LABELS);
    }
    for (YamlNode each : nodes) {
      followOrigins(each.origin(), at, false, labels, given + MAX_LABELS);
    }
    return List.copyOf(labels.subList(given, labels.size()));
  }

  /// The first of the nodes that equal findings are about: those at their addresses, otherwise
  /// those that the text made.
  private List<YamlNode> nodes(Span at, List<Finding> equalFindings) {
    List<YamlNode> nodes = new ArrayList<>();
    for (Finding finding : equalFindings) {
      nodes.addAll(nodesAt(finding));
      if (nodes.size() >= MAX_LABELS) {
        break;
      }
    }
    List<YamlNode> known = nodes.isEmpty() ? bySpan.getOrDefault(at, List.of()) : nodes;
    return known.subList(0, Math.min(MAX_LABELS, known.size()));
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

  /// Whether a layer encloses nodes rather than providing values.
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
