package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Spelling;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.bind.BindCodes;
import dev.procc.language.bind.Binder;
import dev.procc.language.expand.NoInterpolationCheck;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The documents of a project bound to declarations, once, by kind, except kinds that are expanded
/// first (`Process`, `Template`).
final class Declarations {
  final @Nullable ProjectDecl settings;
  final List<CalendarDecl> calendars;
  final List<PeriodDecl> periods;
  final List<PeopleDecl> people;
  final List<DocumentsDecl> workivaDocuments;
  private final Map<String, Set<String>> unreadable = new HashMap<>();
  private final Findings findings;

  /// Binds all documents; what does not fit is reported, whether it is used or not.
  Declarations(Project project, DocumentCache cache, Findings findings) {
    this.findings = findings;
    Binder binder = cache.binder();
    settings = first(bindAll(project, "Project", cache, binder::project));
    calendars = bindAll(project, "Calendar", cache, binder::calendar);
    periods = bindAll(project, "Period", cache, binder::period);
    people = bindAll(project, "People", cache, binder::people);
    workivaDocuments = bindAll(project, "Documents", cache, binder::documents);
    for (SourceDocument document : project.documents()) {
      findings.addAll(document.structureFindings());
      if (document.document().root() instanceof Mapping written) {
        NoInterpolationCheck.check(document.kind(), written, findings);
      }
    }
    for (PeriodDecl period : periods) {
      checkReasons(period);
    }
  }

  private <T> List<T> bindAll(
      Project project, String kind, DocumentCache cache, Function<Mapping, Outcome<T>> read) {
    List<T> decls = new ArrayList<>();
    for (SourceDocument document : project.documents(kind)) {
      T decl = findings.unwrap(cache.bind(document, read)).orElse(null);
      if (decl == null) {
        unreadable
            .computeIfAbsent(kind, k -> new HashSet<>())
            .add(document.key().isEmpty() ? Unknown.LOST_KEY : document.key());
      } else {
        decls.add(decl);
      }
    }
    return decls;
  }

  /// Checks that the changes of a period have a reason that is not blank.
  private void checkReasons(PeriodDecl period) {
    for (Mapping change : period.changes()) {
      if (change.get("reason") instanceof Scalar reason
          && !reason.isNull()
          && reason.value().isBlank()) {
        findings.add(
            Finding.of(
                    BindCodes.MISSING_KEY,
                    reason.span(),
                    "The reason is empty, a change of a period gives one")
                .withHint("write why this period differs, as Epiphany in Madrid"));
      }
    }
  }

  /// The keys of the documents of a kind that could not be read, with [Unknown#LOST_KEY] if one of
  /// the keys could not be read.
  Set<String> unreadable(String kind) {
    return unreadable.getOrDefault(kind, Set.of());
  }

  /// The period with a key; null if there is none.
  @Nullable PeriodDecl period(String key) {
    for (PeriodDecl period : periods) {
      if (period.key().value().equals(key)) {
        return period;
      }
    }
    return null;
  }

  private static <T> @Nullable T first(List<T> all) {
    return all.isEmpty() ? null : all.getFirst();
  }

  /// The people of a target: the document that it names, the only one, or the one with the key
  /// `people`.
  @Nullable PeopleDecl people(@Nullable Scalar named) {
    PeopleDecl picked = pick(people, named, "people", PeopleDecl::key);
    return picked == null && named != null ? PeopleDecl.unreadable(named) : picked;
  }

  /// The documents in Workiva of a target, found in the same way.
  @Nullable DocumentsDecl workivaDocuments(@Nullable Scalar named) {
    return pick(workivaDocuments, named, "documents", DocumentsDecl::key);
  }

  private <T> @Nullable T pick(
      List<T> all, @Nullable Scalar named, String defaultKey, Function<T, Scalar> key) {
    String wanted = named == null ? defaultKey : named.value();
    for (T decl : all) {
      if (key.apply(decl).value().equals(wanted)) {
        return decl;
      }
    }
    if (named != null) {
      List<String> known = new ArrayList<>();
      all.forEach(decl -> known.add(key.apply(decl).value()));
      findings.add(
          Finding.of(
                  CompileCodes.UNKNOWN_DOCUMENT_KEY,
                  named.span(),
                  "\"" + named.value() + "\" is the key of no " + defaultKey + " document")
              .withHint(Spelling.hint(named.value(), known).orElse(null)));
      return null;
    }
    return all.size() == 1 ? all.getFirst() : null;
  }
}
