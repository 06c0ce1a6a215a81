package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
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
  /// @param complete whether the document came through reading undamaged: otherwise a key that is
  ///   missing may have been lost with the damage, and is no finding
  public List<Finding> structure(String kind, Mapping document, boolean complete) {
    return structure(kind, document, null, complete);
  }

  private List<Finding> structure(
      String kind, Mapping document, @Nullable Mapping written, boolean complete) {
    MappingSpec structure = Vocabulary.find(kind);
    if (structure == null) {
      return List.of();
    }
    StructureCheck check = new StructureCheck(dates, complete);
    check.checkMapping(document, structure, written);
    return check.findings();
  }

  /// The process that an expanded document says.
  ///
  /// @param written the document before, for which `structure` has reported: of what expansion left
  ///   as it was nothing is reported again
  public Outcome<ProcessDecl> process(Mapping expanded, Mapping written, boolean complete) {
    return Outcome.of(
        ProcessBinder.process(expanded), structure("Process", expanded, written, complete));
  }

  public Outcome<CalendarDecl> calendar(Mapping document, boolean complete) {
    List<Finding> findings = new ArrayList<>(structure("Calendar", document, complete));
    return Outcome.of(DocumentBinder.calendar(document, findings), findings);
  }

  public Outcome<PeopleDecl> people(Mapping document, boolean complete) {
    return bind("People", document, complete, DocumentBinder::people);
  }

  public Outcome<DocumentsDecl> documents(Mapping document, boolean complete) {
    return bind("Documents", document, complete, DocumentBinder::documents);
  }

  public Outcome<PeriodDecl> period(Mapping document, boolean complete) {
    return bind("Period", document, complete, DocumentBinder::period);
  }

  public Outcome<ProjectDecl> project(Mapping document, boolean complete) {
    return bind("Project", document, complete, DocumentBinder::project);
  }

  private <T> Outcome<T> bind(
      String kind, Mapping document, boolean complete, Function<Mapping, @Nullable T> read) {
    return Outcome.of(read.apply(document), structure(kind, document, complete));
  }
}
