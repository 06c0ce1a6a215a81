package dev.procc.language.compile;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.bind.BindCodes;
import dev.procc.language.bind.Binder;
import dev.procc.language.expand.Literal;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.project.Together;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The documents of a project, read once, kind by kind.
final class Documents {
  final @Nullable ProjectDecl settings;
  final List<CalendarDecl> calendars;
  final List<PeriodDecl> periods;
  final List<PeopleDecl> people;
  final List<DocumentsDecl> documents;
  private final List<Diagnostic> found;

  /// Reads everything; what does not fit is reported, used or not.
  Documents(Project project, Binder binder, List<Diagnostic> found) {
    this.found = found;
    settings = first(all(project, "Project", binder::project));
    calendars = all(project, "Calendar", binder::calendar);
    periods = all(project, "Period", binder::period);
    people = all(project, "People", binder::people);
    documents = all(project, "Documents", binder::documents);
    for (SourceDocument document : project.documents()) {
      Literal.check(document.kind(), document.mapping(), found::add);
    }
    for (PeriodDecl period : periods) {
      reasons(period);
    }
    for (String kind : List.of("Process", "Template", "Capabilities")) {
      Together.map(
              project.documents(kind),
              document -> binder.structure(kind, document.mapping(), whole(document)))
          .forEach(found::addAll);
    }
  }

  private <T> List<T> all(
      Project project, String kind, BiFunction<Mapping, Boolean, Outcome<T>> read) {
    List<T> decls = new ArrayList<>();
    for (SourceDocument document : project.documents(kind)) {
      Outcome<T> outcome = read.apply(document.mapping(), whole(document));
      found.addAll(outcome.diagnostics());
      outcome.value().ifPresent(decls::add);
    }
    return decls;
  }

  /// A change of a period gives its reason; a blank text is none.
  private void reasons(PeriodDecl period) {
    for (Mapping change : period.changes()) {
      if (change.get("reason") instanceof Scalar reason
          && !reason.isNull()
          && reason.value().isBlank()) {
        found.add(
            Diagnostic.of(
                    BindCodes.MISSING_KEY,
                    reason.span(),
                    "The reason is empty, a change of a period gives one")
                .withHint("write why this period differs, as Epiphany in Madrid"));
      }
    }
  }

  /// Whether a document came through reading undamaged.
  static boolean whole(SourceDocument document) {
    return !document.document().repaired();
  }

  /// The period of that key.
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

  /// The people of a target: the document it names, or the only one, or the one whose key is
  /// `people`.
  @Nullable PeopleDecl people(@Nullable Scalar named) {
    return pick(people, named, "people", PeopleDecl::key);
  }

  /// The documents of a target, likewise.
  @Nullable DocumentsDecl documents(@Nullable Scalar named) {
    return pick(documents, named, "documents", DocumentsDecl::key);
  }

  private <T> @Nullable T pick(
      List<T> all, @Nullable Scalar named, String habit, Function<T, Scalar> key) {
    String wanted = named == null ? habit : named.value();
    for (T decl : all) {
      if (key.apply(decl).value().equals(wanted)) {
        return decl;
      }
    }
    if (named != null) {
      List<String> known = new ArrayList<>();
      all.forEach(decl -> known.add(key.apply(decl).value()));
      found.add(
          Diagnostic.of(
                  CompileCodes.UNKNOWN_DOCUMENT_KEY,
                  named.span(),
                  "\"" + named.value() + "\" is the key of no " + habit + " document")
              .withHint(Spelling.hint(named.value(), known).orElse(null)));
      return null;
    }
    return all.size() == 1 ? all.getFirst() : null;
  }
}
