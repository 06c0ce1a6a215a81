package dev.procc.language.calendars;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.CalendarDecl.CoverageDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.Rule;
import dev.procc.language.check.registry.Rules;
import dev.procc.language.check.rules.dates.CalendarRule;
import dev.procc.language.check.rules.dates.CalendarUses;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.edit.ListEdits;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Comment;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.SourcedCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A check of the calendars of a project, whether used or not.
public final class CalendarAudit {
  private static final List<String> DAY_LISTS = List.of("holidays", "extraWorkdays");

  /// The start of a tag, whose value may be any name.
  private static final String ANY = "{{";

  private final ProjectDocuments documents;
  private final CalendarUses uses;
  private final Set<String> namedCalendars;
  private final Findings findings = new Findings();

  private CalendarAudit(ProjectDocuments documents, Compilation compilation) {
    this.documents = documents;
    uses = CalendarUses.of(contexts(compilation), compilation.periods());
    namedCalendars = namedCalendars(documents);
  }

  /// Checks some of the calendars.
  ///
  /// @param compilation the processes that count by them
  /// @param keys of the calendars to check
  /// @return findings in reading order, including errors of the documents themselves
  public static List<Finding> audit(
      ProjectDocuments documents, Compilation compilation, Set<String> keys) {
    CalendarAudit audit = new CalendarAudit(documents, compilation);
    for (Finding finding : documents.findings()) {
      if (finding.severity() == Severity.ERROR) {
        audit.findings.add(finding);
      }
    }
    for (SourceDocument document : documents.project().documents("Calendar")) {
      CalendarDecl decl = documents.calendars().decl(document.key());
      if (decl != null
          && keys.contains(document.key())
          && decl.origin().span().equals(document.mapping().span())) {
        audit.auditCalendar(decl, document);
      }
    }
    List<Finding> findings = new ArrayList<>(audit.findings.toList());
    findings.sort(Finding.READING_ORDER);
    return List.copyOf(findings);
  }

  /// Only the gaps, in every calendar by which the processes count.
  public static List<Finding> gaps(ProjectDocuments documents, Compilation compilation) {
    CalendarAudit audit = new CalendarAudit(documents, compilation);
    for (CalendarDecl decl : documents.calendars().decls()) {
      audit.addGap(decl);
    }
    return audit.findings.toList();
  }

  private void auditCalendar(CalendarDecl decl, SourceDocument document) {
    String key = decl.key().value();
    SourcedCalendar sourced = documents.calendars().sourced(key);
    if (sourced != null) {
      for (Rule rule : Rules.all()) {
        if (rule instanceof CalendarRule calendarRule) {
          calendarRule.check(sourced, document.mapping(), findings);
        }
      }
    }
    checkHead(key, decl);
    addGap(decl);
    CoverageDecl coverage = decl.coverage();
    if (coverage != null && coverage.days() != null) {
      reportOutsideCovers(document.mapping(), coverage.days(), coverage.written().span());
    }
    for (String list : DAY_LISTS) {
      DayListEditor lines = DayListEditor.of(document.mapping(), list);
      if (lines != null) {
        auditList(key, lines, document.document());
      }
    }
  }

  /// Checks what a calendar says about itself, its list of days aside.
  private void checkHead(String key, CalendarDecl decl) {
    if (!namedCalendars.contains(key)) {
      findings.add(
          Finding.of(
                  CalendarCodes.UNUSED_CALENDAR,
                  decl.key().span(),
                  "\"" + key + "\" is a calendar that no process and no person counts by")
              .withHint("name it in a process or a person, or remove it"));
    }
    if (decl.source() == null) {
      findings.add(
          Finding.of(
                  CalendarCodes.CALENDAR_WITHOUT_SOURCE,
                  decl.key().span(),
                  "\"" + key + "\" does not say where its days are from")
              .withHint("add source: with the list that they were read from, and the day"));
    }
    if (decl.covers() == null) {
      DayRange needed = uses.needed(decl);
      findings.add(
          Finding.of(
                  CalendarCodes.CALENDAR_WITHOUT_COVERS,
                  decl.key().span(),
                  "\"" + key + "\" does not say which days were looked up")
              .withHint(
                  needed == null
                      ? "add covers: with the first and the last day that were looked up"
                      : "look up what is missing, then add covers: " + needed));
    }
  }

  private void addGap(CalendarDecl decl) {
    Finding gap = uses.gap(decl);
    if (gap != null) {
      findings.add(gap);
    }
  }

  private void reportOutsideCovers(Mapping calendar, DayRange covers, Span at) {
    for (String list : DAY_LISTS) {
      DayListEditor lines = DayListEditor.of(calendar, list);
      for (DayListEditor.ListedDay item :
          lines == null ? List.<DayListEditor.ListedDay>of() : lines.items()) {
        if (!covers.contains(item.date())) {
          findings.add(
              Finding.of(
                      CalendarCodes.DAY_OUTSIDE_COVERS,
                      item.node().span(),
                      DayText.format(item.date())
                          + " is listed, but only "
                          + covers
                          + " was looked up")
                  .withLabel(at, "what was looked up")
                  .withHint("widen covers when the days between were looked up too"));
        }
      }
    }
  }

  private void auditList(String key, DayListEditor lines, YamlDocument document) {
    Map<LocalDate, DayListEditor.ListedDay> seen = new HashMap<>();
    DayListEditor.ListedDay before = null;
    DayListEditor.ListedDay misplaced = null;
    for (DayListEditor.ListedDay item : lines.items()) {
      if (item.nameOrEmpty().isEmpty()) {
        findings.add(
            Finding.of(
                    CalendarCodes.CALENDAR_DAY_WITHOUT_NAME,
                    item.node().span(),
                    DayText.format(item.date())
                        + " has no name in \""
                        + key
                        + "\"; findings and plans show the name")
                .withHint("write { date: " + item.date() + ", name: ... }"));
      }
      DayListEditor.ListedDay first = seen.putIfAbsent(item.date(), item);
      if (first != null) {
        reportDuplicate(key, lines, item, first);
      } else if (before != null && before.date().isAfter(item.date())) {
        misplaced = misplaced == null ? item : misplaced;
      }
      before = item;
    }
    if (misplaced != null) {
      reportUnsorted(key, lines, misplaced, document);
    }
  }

  private void reportDuplicate(
      String key,
      DayListEditor lines,
      DayListEditor.ListedDay item,
      DayListEditor.ListedDay first) {
    Finding finding =
        Finding.of(
                CalendarCodes.DUPLICATE_CALENDAR_DAY,
                item.node().span(),
                DayText.format(item.date())
                    + " stands in \""
                    + key
                    + "\" twice; the first one counts")
            .withLabel(first.node().span(), "the first one is here")
            .withHint("remove one of the two");
    if (lines.isBlock()) {
      boolean same = item.nameOrEmpty().isEmpty() || item.nameOrEmpty().equals(first.nameOrEmpty());
      finding =
          finding.withFix(new Fix("remove the second one", same, List.of(lines.removal(item))));
    }
    findings.add(finding);
  }

  private void reportUnsorted(
      String key, DayListEditor lines, DayListEditor.ListedDay misplaced, YamlDocument document) {
    Finding finding =
        Finding.of(
                CalendarCodes.CALENDAR_DAYS_UNSORTED,
                misplaced.node().span(),
                DayText.format(misplaced.date())
                    + " stands behind a later day in \""
                    + key
                    + "\"; days are found by their order")
            .withHint("sort the days");
    if (!hasComments(lines, document) && !hasAnchors(lines)) {
      List<DayListEditor.ListedDay> sorted = new ArrayList<>(lines.items());
      sorted.sort((a, b) -> a.date().compareTo(b.date()));
      List<TextEdit> edits = new ArrayList<>();
      for (int i = 0; i < sorted.size(); i++) {
        Span here = lines.items().get(i).node().span();
        String there = sorted.get(i).node().span().text();
        if (!here.text().equals(there)) {
          edits.add(new TextEdit(here, there));
        }
      }
      finding = finding.withFix(new Fix("sort the days", true, edits));
    }
    findings.add(finding);
  }

  /// Whether a day has an anchor, which would not move with it, or is an alias.
  private static boolean hasAnchors(DayListEditor lines) {
    boolean anchors = lines.span().text().indexOf('&') >= 0;
    for (DayListEditor.ListedDay item : lines.items()) {
      anchors |= !ListEdits.place(item.node()).equals(item.node().span());
    }
    return anchors;
  }

  /// Whether there is a comment among the days: it would not move with its day.
  private static boolean hasComments(DayListEditor lines, YamlDocument document) {
    SourceFile file = document.file();
    int from = file.position(lines.span().start()).line();
    int to = file.position(lines.span().end()).line();
    for (Comment comment : document.comments()) {
      int line = comment.span().startPosition().line();
      if (line >= from && line <= to) {
        return true;
      }
    }
    return false;
  }

  private static List<ProcessContext> contexts(Compilation compilation) {
    List<ProcessContext> contexts = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      contexts.add(ProcessContext.of(process.resolved(), process.context(), null));
    }
    return contexts;
  }

  /// The keys that any document names, whatever the document's state; all keys, if a name contains
  /// a tag or could not be read.
  private static Set<String> namedCalendars(ProjectDocuments documents) {
    Set<String> named = new TreeSet<>();
    for (SourceDocument document : documents.project().documents()) {
      collect(document.mapping(), named);
    }
    for (PeopleDecl people : documents.people()) {
      for (PersonDecl person : people.people().values()) {
        if (person.calendar() != null) {
          named.add(person.calendar().value());
        }
      }
    }
    if (named.stream().anyMatch(name -> name.contains(ANY))) {
      documents.calendars().decls().forEach(decl -> named.add(decl.key().value()));
    }
    return named;
  }

  private static void collect(YamlNode node, Set<String> into) {
    if (node instanceof Unknown) {
      into.add(ANY);
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> collect(item, into));
    } else if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        String key = entry.key().value();
        if (key.equals("calendar") && entry.value() instanceof Scalar name) {
          into.add(name.value());
        } else if (key.equals("alsoClosedIn") && entry.value() instanceof Sequence names) {
          for (YamlNode name : names.items()) {
            if (name instanceof Scalar scalar) {
              into.add(scalar.value());
            }
          }
        } else {
          collect(entry.value(), into);
        }
      }
    }
  }
}
