package dev.procc.language.expand.scope;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Label;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where in the expansion a node is made: what it sees, what made it be there, how one got here.
///
/// @param scope the names in sight
/// @param enclosing the use, loop or condition around it, which holds the ones further out
/// @param trail the uses and rows on the way, nearest first
/// @param templateStack the templates being expanded, outermost first
public record ExpansionContext(
    Scope scope, @Nullable Origin enclosing, List<Label> trail, List<String> templateStack) {

  public static ExpansionContext root(Scope scope) {
    return new ExpansionContext(scope, null, List.of(), List.of());
  }

  public ExpansionContext inIteration(
      Map<String, YamlNode> variables, Origin loop, List<Label> rows) {
    List<Label> more = new ArrayList<>(rows);
    more.addAll(trail);
    return new ExpansionContext(scope.withIteration(variables), loop, more, templateStack);
  }

  public ExpansionContext inCondition(Origin condition) {
    return new ExpansionContext(scope, condition, trail, templateStack);
  }

  public ExpansionContext inTemplate(String template, Scope inside, Origin use, Span at) {
    List<Label> more = new ArrayList<>();
    more.add(new Label(at, "used here"));
    more.addAll(trail);
    List<String> deeper = new ArrayList<>(templateStack);
    deeper.add(template);
    return new ExpansionContext(inside, use, more, deeper);
  }

  /// A list of what went into a value here: the values, then what made the node be here.
  public List<Origin> withEnclosing(List<Origin> values) {
    Origin around = enclosing;
    if (around == null) {
      return values;
    }
    if (values.isEmpty()) {
      return List.of(around);
    }
    List<Origin> all = new ArrayList<>(values);
    all.add(around);
    return all;
  }

  /// A finding with the way to it, the nearest steps of it when it is long.
  public Finding traced(Finding finding) {
    Finding traced = finding;
    for (int i = 0; i < trail.size() && i < Findings.MAX_LABELS; i++) {
      traced = traced.withLabel(trail.get(i).span(), trail.get(i).text());
    }
    return traced;
  }
}
