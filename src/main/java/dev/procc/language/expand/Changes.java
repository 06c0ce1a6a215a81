package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.catalog.ActionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the one-off changes of a period to an expanded process.
///
/// `at` is the path of a node (`entities/emea/recon-ar`), `root` for the outermost group, or the
/// key of the process for its own fields. In a period of several processes it begins with the key
/// of the one it means.
final class Changes {
  /// What belongs to the change itself.
  private static final Set<String> OWN = Set.of("at", "reason");

  private static final Set<String> FIXED =
      Set.of(
          "children",
          "procc",
          "kind",
          "key",
          "root",
          "variables",
          "moved",
          "use",
          "with",
          "forEach",
          "as",
          "if",
          "group");

  private final String process;
  private final boolean several;
  private final Place place;
  private final Deep deep;
  private final Findings findings;
  private final Map<String, List<Mapping>> byPath = new LinkedHashMap<>();

  private Changes(String process, boolean several, Place place, Deep deep, Findings findings) {
    this.process = process;
    this.several = several;
    this.place = place;
    this.deep = deep;
    this.findings = findings;
  }

  static Mapping apply(
      Mapping expanded, @Nullable Mapping period, Place place, Deep deep, Findings findings) {
    if (period == null || !(period.get("changes") instanceof Sequence changes)) {
      return expanded;
    }
    Node key = expanded.get("key");
    boolean several = period.get("processes") instanceof Sequence list && list.items().size() > 1;
    String process = key instanceof Scalar scalar ? scalar.value() : "";
    Changes run = new Changes(process, several, place, deep, findings);
    return run.all(expanded, changes);
  }

  private Mapping all(Mapping expanded, Sequence changes) {
    List<String> known = new ArrayList<>();
    paths(expanded, known);
    for (Node item : changes.items()) {
      if (item instanceof Mapping change && change.get("at") instanceof Scalar at) {
        place(change, at, known);
      }
    }
    return byPath.isEmpty() ? expanded : process(expanded);
  }

  private void place(Mapping change, Scalar at, List<String> known) {
    String path = at.value();
    boolean named = path.equals(process) || path.startsWith(process + "/");
    if (several && !named) {
      return;
    }
    if (!known.contains(path) && named) {
      path = path.equals(process) ? "" : path.substring(process.length() + 1);
    }
    if (!path.isEmpty() && !known.contains(path)) {
      findings.add(
          Diagnostic.of(
                  ExpandCodes.UNKNOWN_CHANGE,
                  at.span(),
                  "\"" + at.value() + "\" is not a node of " + process + " in this period")
              .withHint(
                  Spelling.nearest(path, known)
                      .map(near -> "did you mean \"" + near + "\"?")
                      .orElse(null)));
      return;
    }
    byPath.computeIfAbsent(path, none -> new ArrayList<>(1)).add(change);
  }

  private static void paths(Mapping expanded, List<String> known) {
    if (expanded.get("root") instanceof Mapping root) {
      known.add("root");
      below(root, "", known);
    }
  }

  private static void below(Mapping group, String path, List<String> known) {
    if (group.get("children") instanceof Sequence list) {
      for (Node item : list.items()) {
        String key = item instanceof Mapping child ? key(child) : null;
        if (key != null && item instanceof Mapping child) {
          String at = path.isEmpty() ? key : path + "/" + key;
          known.add(at);
          below(child, at, known);
        }
      }
    }
  }

  private static @Nullable String key(Mapping child) {
    if (child.get("group") instanceof Scalar key) {
      return key.value();
    }
    for (ActionKind kind : ActionKind.WRITABLE) {
      if (child.get(kind.name()) instanceof Scalar key) {
        return key.value();
      }
    }
    return null;
  }

  private Mapping process(Mapping process) {
    List<Entry> entries = new ArrayList<>(process.entries());
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.key().value().equals("root") && entry.value() instanceof Mapping root) {
        Mapping changed = fields(group(root, ""), "root");
        entries.set(i, new Entry(entry.key(), changed, entry.mergedAt()));
      }
    }
    return fields(new Mapping(process.origin(), entries, process.flow()), "");
  }

  private Mapping group(Mapping group, String path) {
    List<Entry> entries = new ArrayList<>(group.entries());
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.key().value().equals("children") && entry.value() instanceof Sequence list) {
        List<Node> items = new ArrayList<>(list.items().size());
        for (Node item : list.items()) {
          items.add(item instanceof Mapping child ? child(child, path) : item);
        }
        Sequence changed = new Sequence(list.origin(), items, list.flow());
        entries.set(i, new Entry(entry.key(), changed, entry.mergedAt()));
      }
    }
    return new Mapping(group.origin(), entries, group.flow());
  }

  private Node child(Mapping child, String path) {
    String key = key(child);
    if (key == null) {
      return child;
    }
    String at = path.isEmpty() ? key : path + "/" + key;
    return fields(child.get("children") == null ? child : group(child, at), at);
  }

  private Mapping fields(Mapping node, String path) {
    List<Mapping> changes = byPath.get(path);
    if (changes == null) {
      return node;
    }
    List<Entry> entries = new ArrayList<>(node.entries());
    Map<String, Scalar> changed = new HashMap<>();
    for (Mapping change : changes) {
      Node reason = change.get("reason");
      List<Origin> why = reason == null ? List.of() : List.of(reason.origin());
      for (Entry field : change.entries()) {
        Scalar before =
            OWN.contains(field.key().value())
                ? null
                : changed.putIfAbsent(field.key().value(), field.key());
        if (before == null) {
          change(field, entries, why);
        } else {
          findings.add(changedTwice(field.key(), before, path));
        }
      }
    }
    return new Mapping(node.origin(), entries, node.flow());
  }

  private Diagnostic changedTwice(Scalar field, Scalar before, String path) {
    return Diagnostic.of(
            ExpandCodes.CHANGED_TWICE,
            field.span(),
            "\""
                + field.value()
                + "\" of "
                + (path.isEmpty() ? process : path)
                + " is changed twice in this period")
        .withLabel(before.span(), "the first change")
        .withHint("keep one of them");
  }

  private void change(Entry field, List<Entry> entries, List<Origin> why) {
    String name = field.key().value();
    if (OWN.contains(name)) {
      return;
    }
    if (FIXED.contains(name) || ActionKind.named(name) != null) {
      findings.add(
          Diagnostic.of(
                  ExpandCodes.FIXED_FIELD,
                  field.key().span(),
                  "\"" + name + "\" is not a one-off change's to set; it sets fields of a node")
              .withHint("let the definition differ by if: period.key == ..."));
      return;
    }
    Node value = deep.resolve(field.value(), place, Layer.WRITTEN, 0);
    if (value != null) {
      Overrides.put(entries, field.key(), value, Layer.CHANGE, why);
    }
  }
}
