package dev.procc.language.expand;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.text.ValueExpander;
import dev.procc.language.expand.variables.VariableDeclaration;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The binding of the arguments of a use to the parameters of its template.
final class TemplateArguments {
  private final ValueExpander expander;
  private final Findings findings;
  private final Map<String, Map<String, VariableDeclaration>> parameters = new HashMap<>();

  TemplateArguments(ValueExpander expander, Findings findings) {
    this.expander = expander;
    this.findings = findings;
  }

  /// The context inside a template, whose scope has the parameters, the built-in variables and the
  /// variables of the loops around the use.
  ExpansionContext bind(Mapping child, Scalar name, Mapping template, ExpansionContext context) {
    Map<String, VariableDeclaration> declared = parameters.get(name.value());
    if (declared == null) {
      declared = VariableDeclaration.readAll(template.get("parameters"), findings);
      parameters.put(name.value(), declared);
    }
    YamlNode given = child.get("with");
    Mapping with = given instanceof Mapping mapping ? mapping : null;
    boolean complete = !isIncomplete(template.get("parameters"));
    Map<String, YamlNode> values = new LinkedHashMap<>();
    List<MappingEntry> others = undeclared(with, declared);
    for (MappingEntry entry : others) {
      values.put(entry.key().value(), new Unknown(entry.value().origin()));
    }
    if (complete && !others.isEmpty()) {
      reportUnknown(others, name, declared, context);
    }
    List<String> undeclared = List.copyOf(values.keySet());
    if (!complete) {
      values.put(Unknown.LOST_KEY, new Unknown(name.origin()));
    }
    List<VariableDeclaration> missing = new ArrayList<>(0);
    for (VariableDeclaration parameter : declared.values()) {
      String parameterName = parameter.name().value();
      YamlNode argument = with == null ? null : with.get(parameterName);
      boolean unknown =
          argument == null
              && (isIncomplete(given) || Spelling.nearest(parameterName, undeclared).isPresent());
      values.put(
          parameterName,
          unknown
              ? new Unknown(parameter.name().origin())
              : argumentValue(parameter, argument, missing, context));
    }
    if (!missing.isEmpty()) {
      reportMissing(missing, name, context);
    }
    Origin use = new Origin(Layer.TEMPLATE_USE, name.span(), context.withEnclosing(List.of()));
    return context.inTemplate(name.value(), context.scope().forTemplate(values), use, name.span());
  }

  /// The arguments that the template declares no parameter for.
  private static List<MappingEntry> undeclared(
      @Nullable Mapping with, Map<String, VariableDeclaration> declared) {
    List<MappingEntry> undeclared = new ArrayList<>(0);
    for (MappingEntry entry : with == null ? List.<MappingEntry>of() : with.entries()) {
      String name = entry.key().value();
      if (!declared.containsKey(name) && !name.equals(Unknown.LOST_KEY)) {
        undeclared.add(entry);
      }
    }
    return undeclared;
  }

  private void reportUnknown(
      List<MappingEntry> entries,
      Scalar name,
      Map<String, VariableDeclaration> declared,
      ExpansionContext context) {
    String verb = Plural.choose(entries.size(), " is not a parameter", " are not parameters");
    Scalar first = entries.getFirst().key();
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < entries.size(); i++) {
      names.append(i == 0 ? "" : i + 1 == entries.size() ? " and " : ", ");
      names.append('"').append(entries.get(i).key().value()).append('"');
    }
    Finding finding =
        Finding.of(
                ExpandCodes.UNKNOWN_ARGUMENT,
                first.span(),
                names + verb + " of the template \"" + name.value() + "\"")
            .withHint(Spelling.hint(first.value(), declared.keySet()).orElse(null));
    for (int i = 1; i < Math.min(entries.size(), Findings.MAX_LABELS); i++) {
      finding = finding.withLabel(entries.get(i).key().span(), "nor this");
    }
    findings.add(context.traced(finding));
  }

  private static boolean isIncomplete(@Nullable YamlNode node) {
    return node != null && Unknown.isIncomplete(node);
  }

  private YamlNode argumentValue(
      VariableDeclaration parameter,
      @Nullable YamlNode argument,
      List<VariableDeclaration> missing,
      ExpansionContext context) {
    YamlNode value = argument == null ? null : expander.expand(argument, context, Layer.ARGUMENT);
    if (value != null && !NodeValues.isAbsent(value)) {
      boolean isNull = NodeValues.isNull(value) && !parameter.required();
      String fault = isNull ? null : parameter.violation(value);
      if (fault != null) {
        Span at = argument == null ? value.span() : argument.span();
        reportViolation(parameter, value, fault, at, context);
        return new Unknown(value.origin());
      }
      return value;
    }
    YamlNode fallback = parameter.defaultValue();
    ExpansionContext defaultContext = ExpansionContext.root(context.scope().builtInsOnly());
    YamlNode defaulted =
        fallback == null ? null : expander.expand(fallback, defaultContext, Layer.DEFAULT);
    if (defaulted != null) {
      return defaulted;
    }
    Origin origin = argument == null ? parameter.name().origin() : argument.origin();
    if (parameter.required() && argument == null) {
      missing.add(parameter);
    } else if (parameter.required()) {
      reportEmpty(parameter, origin.span(), context);
    }
    if (parameter.required() || parameter.isUnknown()) {
      return new Unknown(origin);
    }
    return NodeValues.absent(new Origin(Layer.ARGUMENT, origin.span(), origin.inputs()));
  }

  private void reportViolation(
      VariableDeclaration parameter,
      YamlNode value,
      String fault,
      Span at,
      ExpansionContext context) {
    findings.add(
        context.traced(
            Finding.of(
                    ExpandCodes.VALUE_TYPE,
                    at,
                    NodeValues.quoted(value)
                        + " "
                        + fault
                        + "; \""
                        + parameter.name().value()
                        + "\" is declared as "
                        + parameter.type())
                .withLabel(parameter.name().span(), "declared here")));
  }

  private void reportEmpty(VariableDeclaration parameter, Span at, ExpansionContext context) {
    String name = parameter.name().value();
    findings.add(
        context.traced(
            Finding.of(
                    ExpandCodes.MISSING_ARGUMENT,
                    at,
                    "\"" + name + "\" is empty here; its template requires it")
                .withLabel(parameter.name().span(), "declared here")
                .withHint("give a value, or give the parameter a default")));
  }

  private void reportMissing(
      List<VariableDeclaration> missing, Scalar use, ExpansionContext context) {
    StringBuilder quoted = new StringBuilder();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < missing.size(); i++) {
      String name = missing.get(i).name().value();
      String before = i == 0 ? "" : i + 1 == missing.size() ? " and " : ", ";
      quoted.append(before).append('"').append(name).append('"');
      plain.append(before).append(name);
    }
    String message =
        quoted
            + Plural.choose(missing.size(), " is", " are")
            + " not given; the template "
            + use.value()
            + " requires "
            + Plural.choose(missing.size(), "it", "them");
    String which = Plural.choose(missing.size(), "the parameter a default", "them defaults");
    Finding finding =
        Finding.of(ExpandCodes.MISSING_ARGUMENT, use.span(), message)
            .withHint("add " + plain + " under with, or give " + which);
    for (int i = 0; i < Math.min(missing.size(), Findings.MAX_LABELS); i++) {
      finding = finding.withLabel(missing.get(i).name().span(), "declared here");
    }
    findings.add(context.traced(finding));
  }
}
