package dev.procc.language.calendars;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.Survey;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.Comment;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.YamlDocument;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.duedate.CalendarCheck;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.SourcedCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is odd about the calendars of a project, used or not.
public final class CalendarCheckup {
  private static final List<String> LISTS = List.of("holidays", "extraWorkdays");

  private final Survey survey;
  private final CalendarUses uses;
  private final Set<String> named;
  private final List<Diagnostic> found = new ArrayList<>();

  private CalendarCheckup(Survey survey, Compilation compilation) {
    this.survey = survey;
    uses = CalendarUses.of(compilation);
    named = CalendarUses.named(survey);
  }

  /// Looks at some calendars.
  ///
  /// @param compilation the processes that count by them
  /// @param keys of the calendars to look at
  /// @return findings in reading order; errors of the documents themselves among them
  public static List<Diagnostic> check(Survey survey, Compilation compilation, Set<String> keys) {
    CalendarCheckup checkup = new CalendarCheckup(survey, compilation);
    for (Diagnostic diagnostic : survey.diagnostics()) {
      if (diagnostic.severity() == Severity.ERROR) {
        checkup.found.add(diagnostic);
      }
    }
    for (SourceDocument document : survey.project().documents("Calendar")) {
      CalendarDecl decl = survey.calendars().decl(document.key());
      if (decl != null
          && keys.contains(document.key())
          && decl.origin().span().equals(document.mapping().span())) {
        checkup.calendar(decl, document);
      }
    }
    checkup.found.sort(Diagnostic.READING_ORDER);
    return List.copyOf(checkup.found);
  }

  /// The gaps alone, of every calendar that the processes count by.
  public static List<Diagnostic> gaps(Survey survey, Compilation compilation) {
    CalendarCheckup checkup = new CalendarCheckup(survey, compilation);
    for (CalendarDecl decl : survey.calendars().decls()) {
      if (decl.covers() != null && decl.coversFrom() != null && decl.coversTo() != null) {
        DayRange covers = new DayRange(decl.coversFrom(), decl.coversTo());
        checkup.gaps(decl.key().value(), covers, decl.covers().span());
      }
    }
    return List.copyOf(checkup.found);
  }

  private void calendar(CalendarDecl decl, SourceDocument document) {
    String key = decl.key().value();
    SourcedCalendar sourced = survey.calendars().sourced(key);
    if (sourced != null) {
      for (CalendarCheck law : CalendarCheck.all()) {
        law.check(sourced, finding -> found.add(curable(finding, document)));
      }
    }
    if (!named.contains(key)) {
      found.add(
          Diagnostic.of(
                  CalendarCodes.UNUSED,
                  decl.key().span(),
                  "\"" + key + "\" is a calendar that no process and no person counts by")
              .withHint("name it in a process or a person, or remove it"));
    }
    if (decl.source() == null) {
      found.add(
          Diagnostic.of(
                  CalendarCodes.NO_SOURCE,
                  decl.key().span(),
                  "\"" + key + "\" does not say where its days are from")
              .withHint("add source: NYSE holiday list, read 2024-09-02"));
    }
    if (decl.covers() == null) {
      found.add(
          Diagnostic.of(
                  CalendarCodes.NO_COVERS,
                  decl.key().span(),
                  "\"" + key + "\" does not say which days were looked up")
              .withHint("add covers: 2024-10-01..2025-01-31"));
    } else if (decl.coversFrom() != null && decl.coversTo() != null) {
      DayRange covers = new DayRange(decl.coversFrom(), decl.coversTo());
      gaps(key, covers, decl.covers().span());
      outside(document.mapping(), covers, decl.covers().span());
    }
    for (String list : LISTS) {
      DayLines lines = DayLines.of(document.mapping(), list);
      if (lines != null) {
        list(key, lines, document.document());
      }
    }
  }

  private void gaps(String key, DayRange covers, Span at) {
    for (CalendarUses.Use use : uses.of(key)) {
      DayRange days = use.days();
      if (covers.contains(days.start()) && covers.contains(days.end())) {
        continue;
      }
      found.add(
          Diagnostic.of(
                  CalendarCodes.GAP,
                  at,
                  "\""
                      + key
                      + "\" covers "
                      + covers
                      + ", but "
                      + use.who()
                      + " counts "
                      + words(days))
              .withLabel(use.at(), "needed here")
              .withHint("look the missing days up, then widen covers; procc calendar import does"));
    }
  }

  private static String words(DayRange days) {
    String first = DayText.of(days.start());
    return days.start().equals(days.end())
        ? first
        : "from " + first + " to " + DayText.of(days.end());
  }

  private void outside(Mapping calendar, DayRange covers, Span at) {
    for (String list : LISTS) {
      DayLines lines = DayLines.of(calendar, list);
      for (DayLines.Item item : lines == null ? List.<DayLines.Item>of() : lines.items()) {
        if (!covers.contains(item.date())) {
          found.add(
              Diagnostic.of(
                      CalendarCodes.OUTSIDE_COVERS,
                      item.text().span(),
                      DayText.of(item.date()) + " is listed, but only " + covers + " was looked up")
                  .withLabel(at, "what was looked up")
                  .withHint("widen covers when the days between were looked up too"));
        }
      }
    }
  }

  private void list(String key, DayLines lines, YamlDocument document) {
    Map<LocalDate, DayLines.Item> seen = new HashMap<>();
    DayLines.Item before = null;
    DayLines.Item misplaced = null;
    for (DayLines.Item item : lines.items()) {
      if (item.said().isEmpty()) {
        found.add(
            Diagnostic.of(
                    CalendarCodes.NAMELESS,
                    item.text().span(),
                    DayText.of(item.date())
                        + " has no name in \""
                        + key
                        + "\"; findings and plans show the name")
                .withHint("write { date: " + item.date() + ", name: ... }"));
      }
      DayLines.Item first = seen.putIfAbsent(item.date(), item);
      if (first != null) {
        duplicate(key, lines, item, first);
      } else if (before != null && before.date().isAfter(item.date())) {
        misplaced = misplaced == null ? item : misplaced;
      }
      before = item;
    }
    if (misplaced != null) {
      unsorted(key, lines, misplaced, document);
    }
  }

  private void duplicate(String key, DayLines lines, DayLines.Item item, DayLines.Item first) {
    Diagnostic finding =
        Diagnostic.of(
                CalendarCodes.DUPLICATE,
                item.text().span(),
                DayText.of(item.date()) + " stands in \"" + key + "\" twice; the first one counts")
            .withLabel(first.text().span(), "the first one is here")
            .withHint("remove one of the two");
    if (lines.block()) {
      boolean same = item.said().isEmpty() || item.said().equals(first.said());
      finding =
          finding.withFix(new Fix("remove the second one", same, List.of(lines.removal(item))));
    }
    found.add(finding);
  }

  private void unsorted(
      String key, DayLines lines, DayLines.Item misplaced, YamlDocument document) {
    Diagnostic finding =
        Diagnostic.of(
                CalendarCodes.UNSORTED,
                misplaced.text().span(),
                DayText.of(misplaced.date())
                    + " stands behind a later day in \""
                    + key
                    + "\"; days are found by their order")
            .withHint("sort the days");
    if (!commented(lines, document)) {
      List<DayLines.Item> sorted = new ArrayList<>(lines.items());
      sorted.sort((a, b) -> a.date().compareTo(b.date()));
      List<Edit> edits = new ArrayList<>();
      for (int i = 0; i < sorted.size(); i++) {
        Span here = lines.items().get(i).text().span();
        String there = sorted.get(i).text().span().text();
        if (!here.text().equals(there)) {
          edits.add(new Edit(here, there));
        }
      }
      finding = finding.withFix(new Fix("sort the days", true, edits));
    }
    found.add(finding);
  }

  /// Whether any comment stands among the days: it would not move with its day.
  private static boolean commented(DayLines lines, YamlDocument document) {
    SourceFile file = document.file();
    int from = file.position(lines.span().start()).line();
    int to = file.position(lines.span().end()).line();
    for (Comment comment : document.comments()) {
      int line = comment.span().from().line();
      if (line >= from && line <= to) {
        return true;
      }
    }
    return false;
  }

  /// The finding about a day with the removal of its line.
  private static Diagnostic curable(Diagnostic finding, SourceDocument document) {
    Span at = finding.span();
    for (String list : LISTS) {
      DayLines lines = DayLines.of(document.mapping(), list);
      DayLines.Item item = at == null || lines == null ? null : itemAt(lines, at);
      if (lines != null && item != null && lines.block() && lines.items().size() > 1) {
        return finding.withFix(Fix.unsafe("remove the day", lines.removal(item)));
      }
    }
    return finding;
  }

  private static DayLines.@Nullable Item itemAt(DayLines lines, Span at) {
    for (DayLines.Item item : lines.items()) {
      if (item.text().span().contains(at)) {
        return item;
      }
    }
    return null;
  }
}
