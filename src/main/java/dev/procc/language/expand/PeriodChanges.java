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
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.ActionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The application of a period's one-off changes to an expanded process.
///
/// `at` is the address of a node (`entities/emea/recon-ar`), `root` for the outermost group, or the
/// key of the process for its own fields. In a period of several processes it begins with the key
/// of the process.
final class PeriodChanges {
  /// Keys of the change itself, which are not fields to set.
  private static final Set<String> CHANGE_KEYS = Set.of("at", "reason");

  private final String processKey;
  private final String periodKey;
  private final boolean multipleProcesses;
  private final ExpansionContext context;
  private final ValueExpander expander;
  private final Findings findings;
  private final Map<String, List<Mapping>> changesByAddress = new LinkedHashMap<>();

  private PeriodChanges(
      String processKey,
      String periodKey,
      boolean multipleProcesses,
      ExpansionContext context,
      ValueExpander expander,
      Findings findings) {
    this.processKey = processKey;
    this.periodKey = periodKey;
    this.multipleProcesses = multipleProcesses;
    this.context = context;
    this.expander = expander;
    this.findings = findings;
  }

  /// The process with the changes; the process itself if the period has none for it.
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
    boolean multipleProcesses =
        period.get("processes") instanceof Sequence list && list.items().size() > 1;
    String processKey = key instanceof Scalar scalar ? scalar.value() : "";
    String periodKey = period.get("key") instanceof Scalar named ? named.value() : "";
    return new PeriodChanges(processKey, periodKey, multipleProcesses, context, expander, findings)
        .applyAll(expanded, changes);
  }

  private Mapping applyAll(Mapping expanded, Sequence changes) {
    Set<String> known = new LinkedHashSet<>();
    collectAddresses(expanded, known);
    for (YamlNode item : changes.items()) {
      if (item instanceof Mapping change && change.get("at") instanceof Scalar at) {
        assign(change, at, known);
      }
    }
    return changesByAddress.isEmpty() ? expanded : changeProcess(expanded);
  }

  /// Assigns a change to the address of its node, which is empty for the process itself.
  private void assign(Mapping change, Scalar at, Set<String> known) {
    String address = withoutPeriod(at.value());
    boolean namesProcess = address.equals(processKey) || address.startsWith(processKey + "/");
    if (multipleProcesses && !namesProcess) {
      return;
    }
    if (!known.contains(address) && namesProcess) {
      address = address.equals(processKey) ? "" : address.substring(processKey.length() + 1);
    }
    if (!address.isEmpty() && !known.contains(address)) {
      if (known.contains(Unknown.LOST_KEY)) {
        return;
      }
      findings.add(
          Finding.of(
                  ExpandCodes.UNKNOWN_CHANGE,
                  at.span(),
                  "\"" + at.value() + "\" is not a node of " + processKey + " in this period")
              .withHint(
                  Spelling.nearest(address, known)
                      .map(near -> "did you mean \"" + near + "\"?")
                      .orElse(null)));
      return;
    }
    changesByAddress.computeIfAbsent(address, none -> new ArrayList<>(1)).add(change);
  }

  /// The address as plans write it, `close@2024-Q4/recon`, without the period, which is known.
  private String withoutPeriod(String address) {
    String identity = processKey + "@" + periodKey;
    boolean isOwn =
        address.startsWith(identity)
            && (address.length() == identity.length() || address.charAt(identity.length()) == '/');
    return isOwn ? processKey + address.substring(identity.length()) : address;
  }

  private static void collectAddresses(Mapping expanded, Set<String> known) {
    if (expanded.get("root") instanceof Mapping root) {
      known.add("root");
      collectChildAddresses(root, "", known);
    }
  }

  private static void collectChildAddresses(Mapping group, String address, Set<String> known) {
    if (group.get("children") instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Unknown) {
          known.add(Unknown.LOST_KEY);
        }
        Scalar key = item instanceof Mapping mapping ? ChildNodes.key(mapping) : null;
        if (key != null && item instanceof Mapping child) {
          String at = ChildNodes.address(address, key.value());
          known.add(at);
          collectChildAddresses(child, at, known);
        }
      }
    }
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

  private Mapping changeGroup(Mapping group, String address) {
    List<MappingEntry> entries = new ArrayList<>(group.entries());
    for (int i = 0; i < entries.size(); i++) {
      MappingEntry entry = entries.get(i);
      if (entry.key().value().equals("children") && entry.value() instanceof Sequence list) {
        List<YamlNode> items = new ArrayList<>(list.items().size());
        for (YamlNode item : list.items()) {
          items.add(item instanceof Mapping child ? changeChild(child, address) : item);
        }
        Sequence changed = new Sequence(list.origin(), items, list.flow());
        entries.set(i, new MappingEntry(entry.key(), changed, entry.mergedAt()));
      }
    }
    return new Mapping(group.origin(), entries, group.flow());
  }

  private YamlNode changeChild(Mapping child, String parent) {
    Scalar key = ChildNodes.key(child);
    if (key == null) {
      return child;
    }
    String at = ChildNodes.address(parent, key.value());
    return changeFields(child.get("children") == null ? child : changeGroup(child, at), at);
  }

  private Mapping changeFields(Mapping node, String address) {
    List<Mapping> changes = changesByAddress.get(address);
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
          findings.add(changedTwice(field.key(), before, address));
        }
      }
    }
    return new Mapping(node.origin(), entries, node.flow());
  }

  private Finding changedTwice(Scalar field, Scalar before, String address) {
    return Finding.of(
            ExpandCodes.CHANGED_TWICE,
            field.span(),
            "\""
                + field.value()
                + "\" of "
                + (address.isEmpty() ? processKey : address)
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
    if (isProtected(name)) {
      findings.add(
          Finding.of(
                  ExpandCodes.FIXED_FIELD,
                  field.key().span(),
                  "A one-off change cannot set \"" + name + "\"; it sets fields of a node")
              .withHint("let the definition differ by if: period.key == ..."));
      return;
    }
    YamlNode value = expander.expand(field.value(), context, Layer.WRITTEN, 0);
    if (value != null) {
      TargetOverlay.put(entries, field.key(), value, Layer.ONE_OFF_CHANGE, reasonOrigins);
    }
  }

  /// Whether a field belongs to the identity of a node, so that no change may set it.
  private static boolean isProtected(String field) {
    return field.equals("children")
        || field.equals("group")
        || TargetOverlay.PROTECTED_FIELDS.contains(field)
        || ChildNodes.CONTROL_KEYS.contains(field)
        || ActionKind.byName(field) != null;
  }
}
