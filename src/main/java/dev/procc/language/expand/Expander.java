package dev.procc.language.expand;

import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.Layer;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.Scope;
import dev.procc.language.expand.text.ValueExpander;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;

/// The expansion of a process, from the outside in: `forEach`, `as`, `if`, `use`, and every text.
/// The overrides of the target are applied before it, the changes of the period after it.
///
/// The expanded process has no variables, loops, conditions and templates; every child has exactly
/// one kind, whose value is its final key. A node that a template, a loop or a condition made keeps
/// the span of the text that made it; its origin leads on to each use, row and condition around it.
/// Nodes that expansion does not change are returned themselves.
public final class Expander {
  /// The fields of a process that are not expanded, or not here.
  private static final List<String> UNEXPANDED_KEYS =
      List.of("procc", "kind", "key", "variables", "moved");

  private final ExpandRequest request;
  private final Findings findings = Findings.merging();
  private final ValueExpander valueExpander;
  private final ChildExpander children;

  private Expander(ExpandRequest request) {
    this.request = request;
    this.valueExpander = new ValueExpander(request.limits(), findings);
    this.children = new ChildExpander(request, valueExpander, findings);
  }

  /// Expands one process.
  ///
  /// There is always a value; a text that cannot be rendered is unknown.
  public static Outcome<Mapping> expand(ExpandRequest request) {
    Expander expander = new Expander(request);
    Mapping process = expander.run();
    return Outcome.of(process, expander.findings.toList());
  }

  private Mapping run() {
    Scope scope = request.builtIns().toScope().with(request.variables().values());
    ExpansionContext context = ExpansionContext.root(scope);
    Mapping written = TargetOverlay.apply(request.process(), request.target(), findings);
    Mapping expanded = process(written, context);
    return PeriodChanges.apply(expanded, request.period(), context, valueExpander, findings);
  }

  private Mapping process(Mapping process, ExpansionContext context) {
    List<MappingEntry> entries = new ArrayList<>(process.entries().size());
    boolean same = true;
    for (MappingEntry entry : process.entries()) {
      YamlNode value = entry.value();
      String name = entry.key().value();
      if (name.equals("root") && value instanceof Mapping root) {
        value = root(root, context);
      } else if (!UNEXPANDED_KEYS.contains(name)) {
        value = valueExpander.expand(value, context, Layer.WRITTEN, 1);
      }
      same &= value == entry.value();
      if (value != null) {
        entries.add(ChildNodes.withValue(entry, value));
      }
    }
    return same ? process : new Mapping(process.origin(), entries, process.flow());
  }

  private Mapping root(Mapping root, ExpansionContext context) {
    List<MappingEntry> entries = new ArrayList<>(root.entries().size());
    for (MappingEntry entry : root.entries()) {
      YamlNode value =
          entry.key().value().equals("children") && entry.value() instanceof Sequence list
              ? children.expand(list, context, KeyScheme.AS_WRITTEN, 2)
              : valueExpander.expand(entry.value(), context, Layer.WRITTEN, 2);
      if (value != null) {
        entries.add(ChildNodes.withValue(entry, value));
      }
    }
    return new Mapping(root.origin(), entries, root.flow());
  }
}
