package dev.procc.language.expand.conditions;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Span;
import dev.procc.language.expand.loops.ForEachExpander;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.text.Tag;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.expand.variables.VariableDeclaration;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A check for comparisons in conditions that are never true: with a target that the project does
/// not have, an impossible quarter, a value outside the declared type or `enum`.
///
/// It checks conditions as written, also those of nodes that another condition leaves out.
public final class ConditionCheck {
  /// Keys whose values contain no conditions.
  private static final Set<String> PASSED_OVER =
      Set.of("variables", "parameters", "arguments", "with", "forEach");

  private final Collection<String> targets;
  private final Findings findings;

  private ConditionCheck(Collection<String> targets, Findings findings) {
    this.targets = targets;
    this.findings = findings;
  }

  /// Checks the conditions of a process or a template.
  ///
  /// @param targets the names that a target can have; empty if they are not known
  public static void check(Mapping document, Collection<String> targets, Findings findings) {
    Span span = document.span();
    int first = span.file().text().indexOf("if", span.start());
    if (first >= 0 && first < span.end()) {
      Map<String, VariableDeclaration> declared = new HashMap<>();
      for (String key : List.of("variables", "parameters")) {
        declared.putAll(VariableDeclaration.readAll(document.get(key), new Findings()));
      }
      new ConditionCheck(targets, findings).checkNode(document, declared);
    }
  }

  /// @param declared the declarations of the values in scope, by their path
  private void checkNode(YamlNode node, Map<String, VariableDeclaration> declared) {
    if (!(node instanceof Mapping mapping)) {
      NodeValues.elements(node).forEach(part -> checkNode(part, declared));
      return;
    }
    YamlNode forEach = mapping.get("forEach");
    Map<String, VariableDeclaration> inside =
        forEach == null ? declared : inLoop(forEach, mapping.get("as"), declared);
    for (MappingEntry entry : mapping.entries()) {
      String key = entry.key().value();
      if (key.equals("if") && entry.value() instanceof Scalar text) {
        checkCondition(text, inside);
      } else if (!PASSED_OVER.contains(key)) {
        checkNode(entry.value(), inside);
      }
    }
  }

  /// The declarations inside a loop: its variables hide outer names, and have the columns that it
  /// declares.
  private static Map<String, VariableDeclaration> inLoop(
      YamlNode forEach, @Nullable YamlNode as, Map<String, VariableDeclaration> outside) {
    Map<String, VariableDeclaration> inside = new HashMap<>(outside);
    ForEachExpander.axes(forEach, as)
        .forEach((name, axis) -> {
          inside.keySet().removeIf(path -> path.equals(name) || path.startsWith(name + "."));
          YamlNode columns = axis instanceof Mapping mapping ? mapping.get("columns") : null;
          VariableDeclaration.readAll(columns, new Findings())
              .forEach((column, declaration) -> inside.put(name + "." + column, declaration));
        });
    return inside;
  }

  private void checkCondition(Scalar text, Map<String, VariableDeclaration> declared) {
    if (TagParser.containsTag(text.value())) {
      return;
    }
    try {
      checkCondition(ConditionParser.parse(text.value()), text, declared);
    } catch (ConditionParser.ConditionSyntaxException reportedByEvaluation) {
      // A condition that cannot be parsed has no comparisons.
    }
  }

  private void checkCondition(
      Condition condition, Scalar text, Map<String, VariableDeclaration> declared) {
    switch (condition) {
      case Condition.Or or -> or.operands().forEach(part -> checkCondition(part, text, declared));
      case Condition.And and ->
          and.operands().forEach(part -> checkCondition(part, text, declared));
      case Condition.Not not -> checkCondition(not.operand(), text, declared);
      case Condition.IsOneOf one -> {
        for (Condition.Literal literal : one.values()) {
          checkLiteral(new Comparison(one.path().name(), literal, text), declared);
        }
      }
      case Condition.IsTrue truth -> {}
    }
  }

  /// A comparison of a path with a literal in the text of a condition.
  private record Comparison(String path, Condition.Literal literal, Scalar text) {
    String value() {
      return literal.value();
    }
  }

  private void checkLiteral(Comparison comparison, Map<String, VariableDeclaration> declared) {
    String path = comparison.path();
    String value = comparison.value();
    if (path.equals("target")) {
      if (!targets.isEmpty() && !targets.contains(value)) {
        report(comparison, "is not a target of this project", Spelling.hint(value, targets));
      }
    } else if (path.startsWith("period.")) {
      PeriodFact fact = PeriodFact.find(path.substring("period.".length()));
      if (fact != null && !fact.canBe(comparison.literal())) {
        report(comparison, "is not a " + fact.noun(), fact.hint(value));
      }
    } else {
      VariableDeclaration declaration = declared.get(path);
      if (declaration != null) {
        checkDeclared(declaration, comparison);
      }
    }
  }

  private void checkDeclared(VariableDeclaration declaration, Comparison comparison) {
    List<Scalar> allowed = declaration.allowedValues();
    for (Scalar each : allowed) {
      if (ConditionEvaluator.isEqual(each, comparison.literal())) {
        return;
      }
    }
    String violation =
        declaration.violation(
            NodeValues.plainScalar(comparison.text().origin(), comparison.value()));
    if (violation != null) {
      List<String> known = allowed.stream().map(Scalar::value).toList();
      report(comparison, violation, Spelling.hint(comparison.value(), known));
    }
  }

  private void report(Comparison comparison, String fault, Optional<String> hint) {
    Condition.Literal literal = comparison.literal();
    String message =
        "\"" + literal.value() + "\" " + fault + "; " + comparison.path() + " is never that";
    findings.add(
        Finding.of(
                ExpandCodes.NEVER_TRUE,
                Tag.partSpan(comparison.text(), literal.start(), literal.end()),
                message)
            .withHint(hint.orElse(null)));
  }
}
