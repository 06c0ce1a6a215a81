package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hands the arguments of a use to the parameters of its template.
final class Arguments {
  private final Deep deep;
  private final Findings findings;
  private final Map<String, Map<String, Declaration>> parameters = new HashMap<>();

  Arguments(Deep deep, Findings findings) {
    this.deep = deep;
    this.findings = findings;
  }

  /// The place inside a template: it sees its parameters, the facts and the loops around it.
  Place enter(Mapping child, Scalar name, Mapping template, Place place) {
    Map<String, Declaration> declared = parameters.get(name.value());
    if (declared == null) {
      declared = Declaration.all(template.get("parameters"), findings);
      parameters.put(name.value(), declared);
    }
    Mapping with = child.get("with") instanceof Mapping given ? given : null;
    if (with != null) {
      for (Entry entry : with.entries()) {
        unknown(entry, name, declared, place);
      }
    }
    Map<String, Node> values = new LinkedHashMap<>();
    for (Declaration parameter : declared.values()) {
      String parameterName = parameter.name().value();
      Node argument = with == null ? null : with.get(parameterName);
      values.put(parameterName, value(parameter, argument, name, place));
    }
    Origin use = new Origin(Layer.USE, name.span(), place.into(List.of()));
    return place.use(name.value(), place.scope().template(values), use, name.span());
  }

  private void unknown(Entry entry, Scalar name, Map<String, Declaration> declared, Place place) {
    String given = entry.key().value();
    if (!declared.containsKey(given)) {
      findings.add(
          place.trace(
              Diagnostic.of(
                      ExpandCodes.UNKNOWN_ARGUMENT,
                      entry.key().span(),
                      "\""
                          + given
                          + "\" is not a parameter of the template \""
                          + name.value()
                          + "\"")
                  .withHint(Spelling.hint(given, declared.keySet()).orElse(null))));
    }
  }

  private Node value(Declaration parameter, @Nullable Node argument, Scalar use, Place place) {
    Node value = argument == null ? null : deep.resolve(argument, place, Layer.ARGUMENT);
    if (value != null && !Values.isAbsent(value)) {
      boolean off = Values.isNull(value) && !parameter.required();
      String fault = off || unmade(value) ? null : parameter.fault(value);
      if (fault != null) {
        Span at = argument == null ? use.span() : argument.span();
        findings.add(
            place.trace(
                Diagnostic.of(
                        ExpandCodes.VALUE_TYPE,
                        at,
                        Values.show(value)
                            + " "
                            + fault
                            + "; \""
                            + parameter.name().value()
                            + "\" is declared as "
                            + parameter.type())
                    .withLabel(parameter.name().span(), "declared here")));
      }
      return value;
    }
    Node fallback = parameter.fallback();
    Place facts = Place.start(place.scope().factsOnly());
    Node made = fallback == null ? null : deep.resolve(fallback, facts, Layer.DEFAULT);
    if (made != null) {
      return made;
    }
    if (parameter.required()) {
      missing(parameter, argument, use, place);
    }
    Origin nothing = argument == null ? parameter.name().origin() : argument.origin();
    return Values.absent(new Origin(Layer.ARGUMENT, nothing.span(), nothing.from()));
  }

  private static boolean unmade(Node value) {
    return value instanceof Scalar scalar && Tags.any(scalar.value());
  }

  private void missing(Declaration parameter, @Nullable Node argument, Scalar use, Place place) {
    String name = parameter.name().value();
    Span at = argument == null ? use.span() : argument.span();
    String message =
        argument == null
            ? "\"" + name + "\" is not given; the template " + use.value() + " requires it"
            : "\"" + name + "\" is empty here; the template " + use.value() + " requires it";
    findings.add(
        place.trace(
            Diagnostic.of(ExpandCodes.MISSING_ARGUMENT, at, message)
                .withLabel(parameter.name().span(), "declared here")
                .withHint("add " + name + " under with, or give the parameter a default")));
  }
}
