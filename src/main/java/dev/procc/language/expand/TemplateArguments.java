package dev.procc.language.expand;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
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

/// Binds the arguments of a use to the parameters of its template.
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
    for (MappingEntry entry : undeclared(with, declared)) {
      values.put(entry.key().value(), new Unknown(entry.value().origin()));
      if (complete) {
        reportUnknown(entry, name, declared, context);
      }
    }
    List<String> undeclared = List.copyOf(values.keySet());
    if (!complete) {
      values.put(Unknown.LOST_KEY, new Unknown(name.origin()));
    }
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
              : argumentValue(parameter, argument, name, context));
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
      MappingEntry entry,
      Scalar name,
      Map<String, VariableDeclaration> declared,
      ExpansionContext context) {
    String given = entry.key().value();
    findings.add(
        context.traced(
            Finding.of(
                    ExpandCodes.UNKNOWN_ARGUMENT,
                    entry.key().span(),
                    "\"" + given + "\" is not a parameter of the template \"" + name.value() + "\"")
                .withHint(Spelling.hint(given, declared.keySet()).orElse(null))));
  }

  private static boolean isIncomplete(@Nullable YamlNode node) {
    return node != null && Unknown.isIncomplete(node);
  }

  private YamlNode argumentValue(
      VariableDeclaration parameter,
      @Nullable YamlNode argument,
      Scalar use,
      ExpansionContext context) {
    YamlNode value = argument == null ? null : expander.expand(argument, context, Layer.ARGUMENT);
    if (value != null && !NodeValues.isAbsent(value)) {
      boolean isNull = NodeValues.isNull(value) && !parameter.required();
      String fault = isNull ? null : parameter.violation(value);
      if (fault != null) {
        Span at = argument == null ? use.span() : argument.span();
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
    if (parameter.required()) {
      reportMissing(parameter, argument, use, context);
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

  private void reportMissing(
      VariableDeclaration parameter,
      @Nullable YamlNode argument,
      Scalar use,
      ExpansionContext context) {
    String name = parameter.name().value();
    Span at = argument == null ? use.span() : argument.span();
    String message =
        argument == null
            ? "\"" + name + "\" is not given; the template " + use.value() + " requires it"
            : "\"" + name + "\" is empty here; the template " + use.value() + " requires it";
    findings.add(
        context.traced(
            Finding.of(ExpandCodes.MISSING_ARGUMENT, at, message)
                .withLabel(parameter.name().span(), "declared here")
                .withHint("add " + name + " under with, or give the parameter a default")));
  }
}
