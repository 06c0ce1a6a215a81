package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The binder of documents to declarations, which finds every error of structure.
///
/// `structure` checks a document as written against the vocabulary, whether it is used or not. The
/// other methods read its result; a process is checked against the vocabulary once more, since
/// expansion may have inserted other texts.
public final class Binder {
  private final DateLanguage dates;

  /// @param dates the parser of date expressions, which parses equal texts once
  public Binder(DateLanguage dates) {
    this.dates = dates;
  }

  /// A document of a kind as far as it could be read, with findings about everything that does not
  /// fit.
  public Outcome<Mapping> structure(String kind, Mapping document) {
    return structure(kind, document, new StructureCheck(dates, null));
  }

  /// A document of a kind as far as it could be read, with findings about everything that does not
  /// fit.
  ///
  /// @param known items that need no second check
  /// @param of the document with the mapping as its root
  public Outcome<Mapping> structure(
      String kind, Mapping document, FittingItems known, YamlDocument of) {
    return structure(
        kind, document, new StructureCheck(dates, new FittingItems.OfDocument(known, of)));
  }

  private static Outcome<Mapping> structure(String kind, Mapping document, StructureCheck check) {
    Outcome<Mapping> read = structure(kind, document, null, check);
    Findings findings = new Findings();
    for (Finding finding : read.findings()) {
      findings.add(finding.withAddress(null));
    }
    MovedCheck.check(read.value().orElseThrow(), findings);
    return Outcome.of(read.value().orElseThrow(), findings.toList());
  }

  private static Outcome<Mapping> structure(
      String kind, Mapping document, @Nullable Mapping written, StructureCheck check) {
    MappingSpec structure = Vocabulary.find(kind);
    if (structure == null) {
      return Outcome.of(document);
    }
    Mapping read = check.checkMapping(document, structure, written);
    return Outcome.of(read, check.findings());
  }

  /// The process of an expanded document.
  ///
  /// @param written the document before expansion, which `structure` has checked: what expansion
  ///   left unchanged is not reported again
  public Outcome<ProcessDecl> process(Mapping expanded, Mapping written) {
    Outcome<Mapping> read =
        structure("Process", expanded, written, new StructureCheck(dates, null));
    return Outcome.of(ProcessBinder.process(read.value().orElseThrow()), read.findings());
  }

  public Outcome<CalendarDecl> calendar(Mapping document) {
    Findings findings = new Findings();
    return Outcome.of(DocumentBinder.calendar(document, findings), findings.toList());
  }

  public Outcome<PeopleDecl> people(Mapping document) {
    return Outcome.of(DocumentBinder.people(document), List.of());
  }

  public Outcome<DocumentsDecl> documents(Mapping document) {
    return Outcome.of(DocumentBinder.documents(document), List.of());
  }

  public Outcome<PeriodDecl> period(Mapping document) {
    return Outcome.of(DocumentBinder.period(document), List.of());
  }

  public Outcome<ProjectDecl> project(Mapping document) {
    return Outcome.of(DocumentBinder.project(document), List.of());
  }
}
