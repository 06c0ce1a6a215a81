package dev.procc.language.periodcheck;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.periodcheck.CalendarCoverage.CoverageGap;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.Period;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.process.Address;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The check of one process in its periods: which of them can be checked, and the findings there.
final class ProcessPeriodCheck {
  /// The rules about dates that may hold in one period and be broken in the next.
  private static final Set<String> CHECKED_CODES =
      Set.of("PC205", "PC207", "PC208", "PC209", "PC210", "PC218", "PC309", "PC310");

  private final String process;
  private final List<String> periodKeys;
  private final Map<String, CompiledProcess> compiled;
  private final Compilation compilation;
  private final Findings notes;
  private final FindingGroups groups;

  /// @param compiled by the key of the period, in order
  ProcessPeriodCheck(
      String process,
      List<String> periodKeys,
      Map<String, CompiledProcess> compiled,
      Compilation compilation,
      Findings notes,
      FindingGroups groups) {
    this.process = process;
    this.periodKeys = periodKeys;
    this.compiled = compiled;
    this.compilation = compilation;
    this.notes = notes;
    this.groups = groups;
  }

  /// The periods that a calendar does not cover.
  private record GapPeriods(CoverageGap gap, List<String> periods) {}

  /// @return the number of periods that were checked
  int check(SourceDocument document) {
    Span at = document.keySpan();
    Map<String, ResolvedDate> same = datesNotFollowingPeriod();
    for (ResolvedDate date : same.values()) {
      if (date.isSchedule()) {
        addNote(
            PeriodCheckCodes.SAME_DATE_IN_EVERY_PERIOD,
            date.span(),
            "The schedule of \"" + process + "\" is the same in every period, so none was checked",
            "write period.start and the like");
        return 0;
      }
    }
    Set<String> checked = checkablePeriods(at);
    collectFindings(checked, same);
    noteSameDates(checked, same);
    checkPeople(checked);
    return checked.size();
  }

  /// The periods that can be checked; the others get a note.
  ///
  /// @param at the key of the process
  private Set<String> checkablePeriods(Span at) {
    Map<String, GapPeriods> gaps = new LinkedHashMap<>();
    List<String> broken = new ArrayList<>();
    List<String> unnamed = new ArrayList<>();
    Set<String> checkable = new LinkedHashSet<>();
    for (String key : periodKeys) {
      CompiledProcess each = compiled.get(key);
      CoverageGap gap = each == null ? null : findGap(each);
      if (each == null) {
        (isNamedIn(key) ? broken : unnamed).add(key);
      } else if (gap == null) {
        checkable.add(key);
      } else {
        gaps.computeIfAbsent(gap.text(), text -> new GapPeriods(gap, new ArrayList<>()))
            .periods()
            .add(key);
      }
    }
    for (GapPeriods each : gaps.values()) {
      noteNotChecked(coversSpan(each.gap(), at), each.periods(), each.gap().text());
    }
    if (!unnamed.isEmpty()) {
      noteNotChecked(at, unnamed, "its document does not name the process");
    }
    if (!broken.isEmpty()) {
      noteNotChecked(
          at,
          broken,
          compilation.skipped().isEmpty() ? "it has errors there" : "closed, or with errors");
    }
    return checkable;
  }

  /// Whether a period has no document, so that one was generated, or one that names the process.
  private boolean isNamedIn(String period) {
    boolean named = true;
    for (SourceDocument document : compilation.project().documents("Period")) {
      named &= !document.key().equals(period) || document.namesProcess(process);
    }
    return named;
  }

  private void addNote(Code code, Span at, String message, @Nullable String hint) {
    notes.add(Finding.of(code, at, message).withHint(hint));
  }

  private void noteNotChecked(Span at, List<String> periods, String why) {
    addNote(
        PeriodCheckCodes.PERIODS_NOT_CHECKED,
        at,
        "\""
            + process
            + "\" was not checked in "
            + PeriodKeyText.describeRuns(periods, periodKeys)
            + " ("
            + periods.size()
            + " of "
            + periodKeys.size()
            + "): "
            + why,
        null);
  }

  /// The span of a calendar's coverage; otherwise that of the key of the process.
  private Span coversSpan(CoverageGap gap, Span otherwise) {
    CompiledProcess first = compiled.values().iterator().next();
    CalendarDecl decl = first.context().calendars().decl(gap.calendar().key());
    if (decl == null) {
      return otherwise;
    }
    Scalar covers = decl.covers();
    return covers != null ? covers.span() : decl.key().span();
  }

  /// The calendar that does not cover all days that this process needs in its period; null if all
  /// do.
  private static @Nullable CoverageGap findGap(CompiledProcess each) {
    Period period = each.resolved().period();
    DateResolution dates = each.resolved().dates();
    SourcedCalendar own = dates.tree().calendar();
    if (own.isBuiltIn()) {
      return new CoverageGap(own.days(), "it has no calendar that says which days are off");
    }
    LocalDate from = period == null ? null : period.start();
    LocalDate to = period == null ? null : period.end();
    for (ResolvedDate date : dates.dates()) {
      LocalDate day = date.date();
      from = from == null || day.isBefore(from) ? day : from;
      to = to == null || day.isAfter(to) ? day : to;
    }
    if (from == null || to == null) {
      return null;
    }
    Set<BusinessCalendar> calendars = new LinkedHashSet<>();
    calendars.add(dates.tree().calendar().days());
    for (ResolvedNode node : each.resolved().nodes().values()) {
      calendars.add(node.calendar());
    }
    for (BusinessCalendar calendar : calendars) {
      CoverageGap gap = CalendarCoverage.findGap(calendar, from, to);
      if (gap != null) {
        return gap;
      }
    }
    return null;
  }

  /// The dates that do not follow the period, by their address without the identity: days, and
  /// dates that are the same in the first and last period.
  private Map<String, ResolvedDate> datesNotFollowingPeriod() {
    Map<String, ResolvedDate> same = new LinkedHashMap<>();
    if (compiled.isEmpty()) {
      return same;
    }
    List<CompiledProcess> all = List.copyOf(compiled.values());
    Map<String, LocalDate> last = new LinkedHashMap<>();
    for (ResolvedDate date : all.getLast().resolved().dates().dates()) {
      last.put(pathInProcess(date.field().toString()), date.date());
    }
    for (ResolvedDate date : all.getFirst().resolved().dates().dates()) {
      String place = pathInProcess(date.field().toString());
      if (date.isTyped() || all.size() > 1 && date.date().equals(last.get(place))) {
        same.put(place, date);
      }
    }
    return same;
  }

  /// An address without its identity.
  private static String pathInProcess(String address) {
    int slash = address.indexOf('/');
    int colon = address.indexOf(':');
    return slash >= 0 && slash < colon
        ? address.substring(slash + 1)
        : address.substring(Math.max(0, colon));
  }

  private void collectFindings(Set<String> checked, Map<String, ResolvedDate> same) {
    for (Finding finding : compilation.findings()) {
      String address = finding.address();
      String period = address == null ? null : Address.period(address);
      if (address == null || period == null || !Address.processKey(address).equals(process)) {
        continue;
      }
      boolean isChecked =
          CHECKED_CODES.contains(finding.code().id()) || finding.severity() == Severity.ERROR;
      CompiledProcess compiledProcess = compiled.get(period);
      if (isChecked
          && compiledProcess != null
          && checked.contains(period)
          && !same.containsKey(pathInProcess(address))
          && !isOfPersonsGap(compiledProcess, finding, address)) {
        groups.add(finding, period, date(compiledProcess, address));
      }
    }
  }

  private static @Nullable ResolvedDate date(CompiledProcess compiledProcess, String address) {
    int colon = address.lastIndexOf(':');
    return colon < 0
        ? null
        : compiledProcess
            .resolved()
            .dates()
            .date(address.substring(0, colon), address.substring(colon + 1));
  }

  private void noteSameDates(Set<String> checked, Map<String, ResolvedDate> same) {
    List<String> places = new ArrayList<>();
    ResolvedDate first = null;
    for (Map.Entry<String, ResolvedDate> date : same.entrySet()) {
      first = first == null ? date.getValue() : first;
      places.add(date.getKey());
    }
    if (first != null && !checked.isEmpty()) {
      addNote(
          PeriodCheckCodes.SAME_DATE_IN_EVERY_PERIOD,
          first.span(),
          "\""
              + process
              + "\" has "
              + Plural.choose(places.size(), "a date that is", places.size() + " dates that are")
              + " the same in every period and "
              + Plural.choose(places.size(), "was", "were")
              + " not checked: "
              + PeriodKeyText.abbreviate(places),
          null);
    }
  }

  /// Reports people whose own calendars do not cover the period.
  private void checkPeople(Set<String> checked) {
    Map<String, List<String>> unknown = new LinkedHashMap<>();
    Map<String, Span> spans = new LinkedHashMap<>();
    for (String key : checked) {
      CompiledProcess each = compiled.get(key);
      if (each == null) {
        continue;
      }
      Set<String> gapTexts = new LinkedHashSet<>();
      for (ResolvedNode node : each.resolved().nodes().values()) {
        checkPerson(each, node, FieldRole.DUE_DATE, gapTexts, spans);
        checkPerson(each, node, FieldRole.APPROVAL_DUE, gapTexts, spans);
      }
      gapTexts.forEach(text -> unknown.computeIfAbsent(text, w -> new ArrayList<>()).add(key));
    }
    unknown.forEach((text, periods) ->
        addNote(
            PeriodCheckCodes.PERIODS_NOT_CHECKED,
            spans.getOrDefault(text, spans.values().iterator().next()),
            text
                + ", so days off were not checked in "
                + PeriodKeyText.describeRuns(periods, periodKeys),
            null));
  }

  /// Whether a finding is about a day that the calendar of a person does not cover, of which there
  /// is a note.
  private static boolean isOfPersonsGap(CompiledProcess each, Finding finding, String address) {
    ResolvedDate date = date(each, address);
    ResolvedNode node =
        each.resolved().nodes().get(address.substring(0, Math.max(0, address.lastIndexOf(':'))));
    return finding.code().id().equals("PC310")
        && date != null
        && node != null
        && findPersonsGap(each, node, date) != null;
  }

  private static void checkPerson(
      CompiledProcess each,
      ResolvedNode node,
      FieldRole role,
      Set<String> gapTexts,
      Map<String, Span> spans) {
    ResolvedDate date = each.resolved().dates().date(node.address(), role);
    PersonDecl person = node.responsible(role);
    Scalar calendarName = person == null ? null : person.calendar();
    CoverageGap gap = date == null ? null : findPersonsGap(each, node, date);
    if (person != null && calendarName != null && gap != null) {
      String text = "The calendar of " + person.displayName() + " does not reach: " + gap.text();
      gapTexts.add(text);
      spans.putIfAbsent(text, calendarName.span());
    }
  }

  /// The gap of the calendar of the person who has to meet a date; null if there is none.
  private static @Nullable CoverageGap findPersonsGap(
      CompiledProcess each, ResolvedNode node, ResolvedDate date) {
    PersonDecl person = node.responsible(date.role());
    Scalar name = person == null ? null : person.calendar();
    BusinessCalendar calendar = name == null ? null : each.context().calendars().find(name.value());
    return calendar == null ? null : CalendarCoverage.findGap(calendar, date.date(), date.date());
  }
}
