package dev.procc.language.resolve;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.DocumentsDecl.InPeriod;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import dev.procc.model.duedate.SourcedPeriod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Holds aliases of documents against the project: each period is one, each alias of a period is
/// declared for all of them, each has an id somewhere.
public final class DocumentsCheck {
  private DocumentsCheck() {}

  /// @param written the periods of the project, whatever they are
  /// @param periods those that are one, by key; another may be prepared that comes after them
  public static void check(
      DocumentsDecl documents,
      List<PeriodDecl> written,
      Map<String, SourcedPeriod> periods,
      @Nullable FiscalRule rule,
      Consumer<Diagnostic> found) {
    Set<String> keys = new HashSet<>();
    written.forEach(period -> keys.add(period.key().value()));
    for (InPeriod own : documents.periods().values()) {
      if (!keys.contains(own.period().value())) {
        period(own.period(), periods, rule, found);
      }
      for (DocumentDecl entry : own.documents().values()) {
        if (!documents.written().containsKey(entry.alias().value())) {
          found.accept(unknown(entry.alias(), documents));
        }
      }
    }
    for (DocumentDecl document : documents.written().values()) {
      if (document.id() == null && nowhere(document.alias().value(), documents)) {
        found.accept(
            Diagnostic.of(
                    ResolveCodes.NOT_IN_PERIOD,
                    document.alias().span(),
                    "\"" + document.alias().value() + "\" has no id, here or in any period")
                .withHint("add id: the id in Workiva"));
      }
    }
  }

  private static void period(
      Scalar key,
      Map<String, SourcedPeriod> periods,
      @Nullable FiscalRule rule,
      Consumer<Diagnostic> found) {
    Period named = Periods.find(key.value(), rule).period();
    String canonical = Periods.canonical(key.value());
    boolean past = false;
    for (SourcedPeriod each : periods.values()) {
      past |= named != null && !named.end().isAfter(each.period().end());
    }
    boolean cased = named != null && canonical != null && !canonical.equals(key.value());
    if (named == null || cased || past) {
      String more = named == null || cased ? "" : " and comes before its last one";
      String hint =
          cased
              ? "did you mean \"" + canonical + "\"?"
              : Spelling.hint(key.value(), periods.keySet()).orElse(null);
      found.accept(
          Diagnostic.of(
                  ResolveCodes.UNKNOWN_PERIOD,
                  key.span(),
                  "\"" + key.value() + "\" is no period of this project" + more)
              .withHint(hint));
    }
  }

  private static Diagnostic unknown(Scalar alias, DocumentsDecl documents) {
    List<String> known = new ArrayList<>(documents.written().keySet());
    String hint =
        Spelling.nearest(alias.value(), known)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("add " + alias.value() + " to documents:, its id may be left out there");
    return Diagnostic.of(
            ResolveCodes.UNKNOWN_DOCUMENT,
            alias.span(),
            "\"" + alias.value() + "\" is no alias of documents:, which lists those of all periods")
        .withHint(hint);
  }

  private static boolean nowhere(String alias, DocumentsDecl documents) {
    for (InPeriod own : documents.periods().values()) {
      DocumentDecl entry = own.documents().get(alias);
      if (entry != null && entry.id() != null) {
        return false;
      }
    }
    return true;
  }
}
