package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Label;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.catalog.ActionKind;
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

/// Adds to findings about an expanded process the way to the text at fault: the cell or argument
/// that the value comes from, each use of the template, the row of the loop.
///
/// The same finding at one text gets the same labels wherever it was found, so that it is shown
/// once.
public final class Trails {
  private static final int MOST_LABELS = 5;

  /// A made node and where it lies.
  ///
  /// @param field `entities/us/recon-ar:dueDate`
  private record Made(Node node, String field) {}

  private final Map<Span, List<Made>> bySpan = new HashMap<>();

  private Trails(Mapping process) {
    for (Entry entry : process.entries()) {
      if (entry.key().value().equals("root") && entry.value() instanceof Mapping root) {
        node(root, "root", "");
      } else {
        index(entry.value(), ":" + entry.key().value());
      }
    }
  }

  /// The findings, each with its way where expansion made the text at fault.
  ///
  /// @param process as expanded
  /// @param findings of what was read from it
  public static List<Diagnostic> follow(Mapping process, List<Diagnostic> findings) {
    if (findings.isEmpty()) {
      return findings;
    }
    Trails trails = new Trails(process);
    Map<List<Object>, List<Diagnostic>> alike = new HashMap<>();
    for (Diagnostic finding : findings) {
      alike.computeIfAbsent(what(finding), none -> new ArrayList<>(1)).add(finding);
    }
    Map<List<Object>, List<Label>> labels = new HashMap<>();
    List<Diagnostic> followed = new ArrayList<>(findings.size());
    for (Diagnostic finding : findings) {
      List<Object> what = what(finding);
      List<Label> way =
          labels.computeIfAbsent(what, key -> trails.way(alike.getOrDefault(key, List.of())));
      Diagnostic with = finding;
      for (Label label : way) {
        with = with.withLabel(label.span(), label.text());
      }
      followed.add(with);
    }
    return followed;
  }

  private static List<Object> what(Diagnostic finding) {
    Span span = finding.span();
    return List.of(finding.code().id(), finding.message(), span == null ? "" : span);
  }

  private void node(Mapping node, String path, String below) {
    index(node, path + ":");
    for (Entry entry : node.entries()) {
      String name = entry.key().value();
      if (name.equals("children") && entry.value() instanceof Sequence list) {
        for (Node item : list.items()) {
          if (item instanceof Mapping child) {
            String at = below.isEmpty() ? key(child) : below + "/" + key(child);
            node(child, at, at);
          }
        }
      } else {
        index(entry.value(), path + ":" + name);
      }
    }
  }

  private static String key(Mapping child) {
    Node key = child.get("group");
    for (ActionKind kind : ActionKind.WRITABLE) {
      key = key == null ? child.get(kind.name()) : key;
    }
    return key instanceof Scalar scalar ? scalar.value() : "";
  }

  private void index(Node node, String field) {
    if (!node.origin().from().isEmpty()) {
      bySpan.computeIfAbsent(node.span(), none -> new ArrayList<>(1)).add(new Made(node, field));
    }
    if (node instanceof Mapping && field.endsWith(":")) {
      return;
    }
    for (Node part : Values.parts(node)) {
      index(part, field);
    }
  }

  private List<Label> way(List<Diagnostic> alike) {
    Span at = alike.isEmpty() ? null : alike.getFirst().span();
    List<Made> made = at == null ? null : bySpan.get(at);
    if (at == null || made == null) {
      return List.of();
    }
    List<Label> labels = new ArrayList<>();
    for (Label label : alike.getFirst().labels()) {
      labels.add(label);
    }
    int given = labels.size();
    List<Made> meant = meant(made, alike);
    for (Made each : meant) {
      walk(each.node().origin(), at, true, labels, given + MOST_LABELS);
    }
    for (Made each : meant) {
      walk(each.node().origin(), at, false, labels, given + MOST_LABELS);
    }
    return List.copyOf(labels.subList(given, labels.size()));
  }

  /// The nodes that the findings speak of: those at their addresses, else those whose value they
  /// quote, else all that the text made.
  private static List<Made> meant(List<Made> made, List<Diagnostic> alike) {
    List<Made> addressed = new ArrayList<>();
    List<Made> quoted = new ArrayList<>();
    for (Made each : made) {
      for (Diagnostic finding : alike) {
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

  private record Step(Origin origin, @Nullable Layer around) {}

  /// @param values whether to follow what the value was made of, not what made its node be there
  private static void walk(Origin start, Span at, boolean values, List<Label> labels, int most) {
    Set<Origin> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Step> waiting = new ArrayDeque<>();
    waiting.add(new Step(start, null));
    while (!waiting.isEmpty() && labels.size() < most) {
      Step step = waiting.removeFirst();
      Origin origin = step.origin();
      if (!seen.add(origin) || (values && around(origin.layer()))) {
        continue;
      }
      String text = origin == start ? null : text(origin, step.around());
      if (text != null && !origin.span().equals(at) && isNew(origin.span(), labels)) {
        labels.add(new Label(origin.span(), text));
      }
      for (Origin from : origin.from()) {
        waiting.add(new Step(from, origin.layer()));
      }
    }
  }

  /// Whether a layer made a node be there, rather than a value be what it is.
  private static boolean around(Layer layer) {
    return layer == Layer.USE || layer == Layer.LOOP || layer == Layer.CONDITION;
  }

  private static @Nullable String text(Origin origin, @Nullable Layer around) {
    return switch (origin.layer()) {
      case USE -> "used here";
      case ROW -> around == Layer.LOOP ? "in this row" : "comes from this cell";
      case ARGUMENT -> isLiteral(origin) ? "handed in here" : null;
      case VARIABLE, FLAG, ENVIRONMENT, DEFAULT, TARGET -> "comes from here";
      default -> null;
    };
  }

  private static boolean isLiteral(Origin argument) {
    for (Origin from : argument.from()) {
      if (!around(from.layer())) {
        return false;
      }
    }
    return true;
  }

  /// Whether no label speaks of that text, or of a part of it, yet.
  private static boolean isNew(Span span, List<Label> labels) {
    for (Label label : labels) {
      if (span.contains(label.span())) {
        return false;
      }
    }
    return true;
  }
}
