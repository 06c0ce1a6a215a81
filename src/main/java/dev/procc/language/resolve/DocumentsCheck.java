package dev.procc.language.resolve;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.DocumentsDecl.PeriodDocuments;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import dev.procc.model.duedate.SourcedPeriod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A check of the aliases of documents against the project: their periods exist, every alias of a
/// period is declared for all periods, and each has an id somewhere.
public final class DocumentsCheck {
  private DocumentsCheck() {}

  /// @param written the periods of the project, valid or not
  /// @param periods the valid ones, by key; a later one may be prepared
  public static void check(
      DocumentsDecl documents,
      List<PeriodDecl> written,
      Map<String, SourcedPeriod> periods,
      @Nullable FiscalRule rule,
      Findings findings) {
    Set<String> keys = new HashSet<>();
    written.forEach(period -> keys.add(period.key().value()));
    for (PeriodDocuments inPeriod : documents.periods().values()) {
      if (!keys.contains(inPeriod.period().value())) {
        checkPeriod(inPeriod.period(), periods, rule, findings);
      }
      for (DocumentDecl entry : inPeriod.documents().values()) {
        if (!documents.allPeriods().containsKey(entry.alias().value())) {
          findings.add(unknownAlias(entry.alias(), documents));
        }
      }
    }
    for (DocumentDecl document : documents.allPeriods().values()) {
      String alias = document.alias().value();
      if (document.id() == null && !documents.mayHave(alias) && hasNoId(alias, documents)) {
        findings.add(
            Finding.of(
                    ResolveCodes.DOCUMENT_NOT_IN_PERIOD,
                    document.alias().span(),
                    "\"" + alias + "\" has no id, here or in any period")
                .withHint("add id: the id in Workiva"));
      }
    }
  }

  private static void checkPeriod(
      Scalar key,
      Map<String, SourcedPeriod> periods,
      @Nullable FiscalRule rule,
      Findings findings) {
    Period named = Periods.find(key.value(), rule).period();
    String canonical = Periods.canonical(key.value());
    boolean past = false;
    for (SourcedPeriod each : periods.values()) {
      past |= named != null && !named.end().isAfter(each.period().end());
    }
    boolean wrongCase = named != null && canonical != null && !canonical.equals(key.value());
    if (named == null || wrongCase || past) {
      String more = named == null || wrongCase ? "" : " and comes before its last one";
      String hint =
          wrongCase
              ? "did you mean \"" + canonical + "\"?"
              : Spelling.hint(key.value(), periods.keySet()).orElse(null);
      findings.add(
          Finding.of(
                  ResolveCodes.UNKNOWN_PERIOD_OF_DOCUMENTS,
                  key.span(),
                  "\"" + key.value() + "\" is not a period of this project" + more)
              .withHint(hint));
    }
  }

  private static Finding unknownAlias(Scalar alias, DocumentsDecl documents) {
    List<String> known = new ArrayList<>(documents.allPeriods().keySet());
    String hint =
        Spelling.nearest(alias.value(), known)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("add " + alias.value() + " to documents:, its id may be left out there");
    return Finding.of(
            ResolveCodes.UNKNOWN_DOCUMENT,
            alias.span(),
            "\""
                + alias.value()
                + "\" is not an alias of documents:, which lists those of all periods")
        .withHint(hint);
  }

  private static boolean hasNoId(String alias, DocumentsDecl documents) {
    for (PeriodDocuments own : documents.periods().values()) {
      DocumentDecl entry = own.documents().get(alias);
      if (entry != null && entry.id() != null) {
        return false;
      }
    }
    return true;
  }
}
