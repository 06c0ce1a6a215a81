package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Label;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where in the expansion a node is made: what it sees, what made it be there, how one got here.
///
/// @param scope the names in sight
/// @param made the use, loop or condition around it, which holds the ones further out
/// @param trail the uses and rows on the way, nearest first
/// @param templates the templates being expanded, outermost first
record Place(Scope scope, @Nullable Origin made, List<Label> trail, List<String> templates) {

  static Place start(Scope scope) {
    return new Place(scope, null, List.of(), List.of());
  }

  Place turn(Map<String, Node> variables, Origin loop, List<Label> rows) {
    List<Label> more = new ArrayList<>(rows);
    more.addAll(trail);
    return new Place(scope.turn(variables), loop, more, templates);
  }

  Place condition(Origin condition) {
    return new Place(scope, condition, trail, templates);
  }

  Place use(String template, Scope inside, Origin use, Span at) {
    List<Label> more = new ArrayList<>();
    more.add(new Label(at, "used here"));
    more.addAll(trail);
    List<String> deeper = new ArrayList<>(templates);
    deeper.add(template);
    return new Place(inside, use, more, deeper);
  }

  /// A list of what went into a value here: the values, then what made the node be here.
  List<Origin> into(List<Origin> values) {
    Origin around = made;
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
  Diagnostic trace(Diagnostic finding) {
    Diagnostic traced = finding;
    for (int i = 0; i < trail.size() && i < Findings.MOST_LABELS; i++) {
      traced = traced.withLabel(trail.get(i).span(), trail.get(i).text());
    }
    return traced;
  }
}
