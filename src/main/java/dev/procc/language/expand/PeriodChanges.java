package dev.procc.language.expand;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.text.ValueExpander;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
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
final class PeriodChanges {
  /// What belongs to the change itself.
  private static final Set<String> CHANGE_KEYS = Set.of("at", "reason");

  private static final Set<String> PROTECTED_FIELDS =
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

  private final String processKey;
  private final boolean multipleProcesses;
  private final ExpansionContext context;
  private final ValueExpander expander;
  private final Findings findings;
  private final Map<String, List<Mapping>> byPath = new LinkedHashMap<>();

  private PeriodChanges(
      String process,
      boolean several,
      ExpansionContext context,
      ValueExpander expander,
      Findings findings) {
    this.processKey = process;
    this.multipleProcesses = several;
    this.context = context;
    this.expander = expander;
    this.findings = findings;
  }

  static Mapping apply(
      Mapping expanded,
      @Nullable Mapping period,
      ExpansionContext context,
      ValueExpander expander,
      Findings findings) {
    if (period == null || !(period.get("changes") instanceof Sequence changes)) {
      return expanded;
    }
    YamlNode key = expanded.get("key");
    boolean several = period.get("processes") instanceof Sequence list && list.items().size() > 1;
    String process = key instanceof Scalar scalar ? scalar.value() : "";
    PeriodChanges run = new PeriodChanges(process, several, context, expander, findings);
    return run.applyAll(expanded, changes);
  }

  private Mapping applyAll(Mapping expanded, Sequence changes) {
    List<String> known = new ArrayList<>();
    collectPaths(expanded, known);
    for (YamlNode item : changes.items()) {
      if (item instanceof Mapping change && change.get("at") instanceof Scalar at) {
        assign(change, at, known);
      }
    }
    return byPath.isEmpty() ? expanded : changeProcess(expanded);
  }

  private void assign(Mapping change, Scalar at, List<String> known) {
    String path = at.value();
    boolean named = path.equals(processKey) || path.startsWith(processKey + "/");
    if (multipleProcesses && !named) {
      return;
    }
    if (!known.contains(path) && named) {
      path = path.equals(processKey) ? "" : path.substring(processKey.length() + 1);
    }
    if (!path.isEmpty() && !known.contains(path)) {
      findings.add(
          Finding.of(
                  ExpandCodes.UNKNOWN_CHANGE,
                  at.span(),
                  "\"" + at.value() + "\" is not a node of " + processKey + " in this period")
              .withHint(
                  Spelling.nearest(path, known)
                      .map(near -> "did you mean \"" + near + "\"?")
                      .orElse(null)));
      return;
    }
    byPath.computeIfAbsent(path, none -> new ArrayList<>(1)).add(change);
  }

  private static void collectPaths(Mapping expanded, List<String> known) {
    if (expanded.get("root") instanceof Mapping root) {
      known.add("root");
      collectChildPaths(root, "", known);
    }
  }

  private static void collectChildPaths(Mapping group, String path, List<String> known) {
    if (group.get("children") instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        String key = item instanceof Mapping child ? key(child) : null;
        if (key != null && item instanceof Mapping child) {
          String at = path.isEmpty() ? key : path + "/" + key;
          known.add(at);
          collectChildPaths(child, at, known);
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

  private Mapping changeProcess(Mapping process) {
    List<MappingEntry> entries = new ArrayList<>(process.entries());
    for (int i = 0; i < entries.size(); i++) {
      MappingEntry entry = entries.get(i);
      if (entry.key().value().equals("root") && entry.value() instanceof Mapping root) {
        Mapping changed = changeFields(changeGroup(root, ""), "root");
        entries.set(i, new MappingEntry(entry.key(), changed, entry.mergedAt()));
      }
    }
    return changeFields(new Mapping(process.origin(), entries, process.flow()), "");
  }

  private Mapping changeGroup(Mapping group, String path) {
    List<MappingEntry> entries = new ArrayList<>(group.entries());
    for (int i = 0; i < entries.size(); i++) {
      MappingEntry entry = entries.get(i);
      if (entry.key().value().equals("children") && entry.value() instanceof Sequence list) {
        List<YamlNode> items = new ArrayList<>(list.items().size());
        for (YamlNode item : list.items()) {
          items.add(item instanceof Mapping child ? changeChild(child, path) : item);
        }
        Sequence changed = new Sequence(list.origin(), items, list.flow());
        entries.set(i, new MappingEntry(entry.key(), changed, entry.mergedAt()));
      }
    }
    return new Mapping(group.origin(), entries, group.flow());
  }

  private YamlNode changeChild(Mapping child, String path) {
    String key = key(child);
    if (key == null) {
      return child;
    }
    String at = path.isEmpty() ? key : path + "/" + key;
    return changeFields(child.get("children") == null ? child : changeGroup(child, at), at);
  }

  private Mapping changeFields(Mapping node, String path) {
    List<Mapping> changes = byPath.get(path);
    if (changes == null) {
      return node;
    }
    List<MappingEntry> entries = new ArrayList<>(node.entries());
    Map<String, Scalar> changed = new HashMap<>();
    for (Mapping change : changes) {
      YamlNode reason = change.get("reason");
      List<Origin> reasonOrigins = reason == null ? List.of() : List.of(reason.origin());
      for (MappingEntry field : change.entries()) {
        Scalar before =
            CHANGE_KEYS.contains(field.key().value())
                ? null
                : changed.putIfAbsent(field.key().value(), field.key());
        if (before == null) {
          applyChange(field, entries, reasonOrigins);
        } else {
          findings.add(changedTwice(field.key(), before, path));
        }
      }
    }
    return new Mapping(node.origin(), entries, node.flow());
  }

  private Finding changedTwice(Scalar field, Scalar before, String path) {
    return Finding.of(
            ExpandCodes.CHANGED_TWICE,
            field.span(),
            "\""
                + field.value()
                + "\" of "
                + (path.isEmpty() ? processKey : path)
                + " is changed twice in this period")
        .withLabel(before.span(), "the first change")
        .withHint("keep one of them");
  }

  private void applyChange(
      MappingEntry field, List<MappingEntry> entries, List<Origin> reasonOrigins) {
    String name = field.key().value();
    if (CHANGE_KEYS.contains(name)) {
      return;
    }
    if (PROTECTED_FIELDS.contains(name) || ActionKind.byName(name) != null) {
      findings.add(
          Finding.of(
                  ExpandCodes.FIXED_FIELD,
                  field.key().span(),
                  "\"" + name + "\" is not a one-off change's to set; it sets fields of a node")
              .withHint("let the definition differ by if: period.key == ..."));
      return;
    }
    YamlNode value = expander.expand(field.value(), context, Layer.WRITTEN, 0);
    if (value != null) {
      TargetOverlay.put(entries, field.key(), value, Layer.ONE_OFF_CHANGE, reasonOrigins);
    }
  }
}
