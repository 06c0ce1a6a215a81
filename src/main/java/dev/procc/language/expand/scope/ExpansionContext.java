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

/// The context in which a node is expanded: the names in scope, and the templates, loops and
/// conditions around it.
///
/// @param scope the names that texts may use
/// @param enclosing the use, iteration or condition around it, with those further out as inputs;
///   null outside all of them
/// @param trail the uses and rows around it as labels, the nearest first
/// @param templateStack the templates being expanded, outermost first
public record ExpansionContext(
    Scope scope, @Nullable Origin enclosing, List<Label> trail, List<String> templateStack) {

  /// The context of a process.
  public static ExpansionContext root(Scope scope) {
    return new ExpansionContext(scope, null, List.of(), List.of());
  }

  /// The context inside an iteration of a loop.
  public ExpansionContext inIteration(
      Map<String, YamlNode> variables, Origin loop, List<Label> rows) {
    List<Label> more = new ArrayList<>(rows);
    more.addAll(trail);
    return new ExpansionContext(scope.withIteration(variables), loop, more, templateStack);
  }

  /// The context of a node whose condition holds.
  public ExpansionContext inCondition(Origin condition) {
    return new ExpansionContext(scope, condition, trail, templateStack);
  }

  /// The context inside a template.
  ///
  /// @param at the place of its use
  public ExpansionContext inTemplate(String template, Scope inside, Origin use, Span at) {
    List<Label> more = new ArrayList<>();
    more.add(new Label(at, "used here"));
    more.addAll(trail);
    List<String> deeper = new ArrayList<>(templateStack);
    deeper.add(template);
    return new ExpansionContext(inside, use, more, deeper);
  }

  /// The inputs of the origin of a value here: the origins of values, then the enclosing one.
  public List<Origin> withEnclosing(List<Origin> values) {
    Origin nearest = enclosing;
    if (nearest == null) {
      return values;
    }
    if (values.isEmpty()) {
      return List.of(nearest);
    }
    List<Origin> all = new ArrayList<>(values);
    all.add(nearest);
    return all;
  }

  /// A finding with the labels of the trail, of which the nearest are kept.
  public Finding traced(Finding finding) {
    Finding traced = finding;
    for (int i = 0; i < trail.size() && i < Findings.MAX_LABELS; i++) {
      traced = traced.withLabel(trail.get(i).span(), trail.get(i).text());
    }
    return traced;
  }
}
