package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.expand.variables.Variable;
import dev.procc.language.expand.variables.Variables;
import dev.procc.language.resolve.ResolutionContext;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.duedate.syntax.DateLanguage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A check of the values of variables by their types, whether they are used or not: a date can be
/// parsed, a person or document exists.
///
/// A value that does not fit is unknown from then on, so that its uses are not reported as well.
final class VariableTypes {
  private final ResolutionContext context;
  private final DateLanguage dates;
  private final List<String> known = new ArrayList<>();

  private VariableTypes(ResolutionContext context, DateLanguage dates) {
    this.context = context;
    this.dates = dates;
  }

  static Variables check(
      Variables variables, ResolutionContext context, DateLanguage dates, Findings findings) {
    VariableTypes types = new VariableTypes(context, dates);
    Set<String> unfit = new LinkedHashSet<>();
    for (Variable variable : variables.toList()) {
      if (variable.value() instanceof Scalar value && !value.isNull()) {
        types.known.clear();
        String fault = types.fault(variable.declaration().type(), value);
        if (fault != null) {
          Finding finding = Variables.violation(variable.declaration(), value, fault);
          findings.add(
              types.known.isEmpty()
                  ? finding
                  : finding.withHint(Spelling.hint(value.value(), types.known).orElse(null)));
          unfit.add(variable.name());
        }
      }
    }
    return unfit.isEmpty() ? variables : variables.withUnknown(unfit);
  }

  /// The problem with a value, such as `is no date`; null if there is none.
  private @Nullable String fault(String type, Scalar value) {
    return switch (type) {
      case "date" ->
          Finding.anyError(dates.parse(value.value(), value.span()).findings())
              ? "is not a date or a date expression"
              : null;
      case "person" -> personFault(context.people(), value.value());
      case "document" -> documentFault(context.documents(), value.value());
      default -> null;
    };
  }

  private @Nullable String personFault(@Nullable PeopleDecl people, String name) {
    if (people == null
        || people.people().containsKey(name)
        || people.roles().containsKey(name)
        || people.mayHave(name)) {
      return null;
    }
    known.addAll(people.people().keySet());
    known.addAll(people.roles().keySet());
    return "is not a person or a role";
  }

  private @Nullable String documentFault(@Nullable DocumentsDecl documents, String name) {
    if (documents == null || documents.documents().containsKey(name) || documents.mayHave(name)) {
      return null;
    }
    known.addAll(documents.documents().keySet());
    return "is not an alias of a document";
  }
}
