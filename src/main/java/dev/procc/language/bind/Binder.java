package dev.procc.language.bind;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.yaml.Mapping;
import dev.procc.model.catalog.Structure;
import dev.procc.model.catalog.Vocabulary;
import dev.procc.model.duedate.DateLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads documents into declarations and finds every error of structure.
///
/// `structure` holds a document as written against the vocabulary, used or not. The other methods
/// hold what they are given against it again, since expansion may have put other texts in place,
/// and read it.
public final class Binder {
  private final DateLanguage dates;

  /// @param dates reads date expressions; equal texts are read once
  public Binder(DateLanguage dates) {
    this.dates = dates;
  }

  /// Everything that does not fit in a document of that kind, as written.
  ///
  /// @param whole whether the document came through reading undamaged: otherwise a key that is
  ///   missing may have been lost with the damage, and is no finding
  public List<Diagnostic> structure(String kind, Mapping document, boolean whole) {
    return structure(kind, document, null, whole);
  }

  private List<Diagnostic> structure(
      String kind, Mapping document, @Nullable Mapping written, boolean whole) {
    Structure structure = Vocabulary.find(kind);
    if (structure == null) {
      return List.of();
    }
    StructureCheck check = new StructureCheck(dates, whole);
    check.structure(document, structure, written);
    return check.found();
  }

  /// The process that an expanded document says.
  ///
  /// @param written the document before, for which `structure` has reported: of what expansion left
  ///   as it was nothing is reported again
  public Outcome<ProcessDecl> process(Mapping expanded, Mapping written, boolean whole) {
    return Outcome.of(TreeBinder.process(expanded), structure("Process", expanded, written, whole));
  }

  public Outcome<CalendarDecl> calendar(Mapping document, boolean whole) {
    List<Diagnostic> found = new ArrayList<>(structure("Calendar", document, whole));
    return Outcome.of(DocumentBinder.calendar(document, found), found);
  }

  public Outcome<PeopleDecl> people(Mapping document, boolean whole) {
    return bound("People", document, whole, DocumentBinder::people);
  }

  public Outcome<DocumentsDecl> documents(Mapping document, boolean whole) {
    return bound("Documents", document, whole, DocumentBinder::documents);
  }

  public Outcome<PeriodDecl> period(Mapping document, boolean whole) {
    return bound("Period", document, whole, DocumentBinder::period);
  }

  public Outcome<ProjectDecl> project(Mapping document, boolean whole) {
    return bound("Project", document, whole, DocumentBinder::project);
  }

  private <T> Outcome<T> bound(
      String kind, Mapping document, boolean whole, Function<Mapping, @Nullable T> read) {
    return Outcome.of(read.apply(document), structure(kind, document, whole));
  }
}
