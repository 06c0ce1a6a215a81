package dev.procc.language.sweep;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.Span;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.Period;
import dev.procc.model.duedate.Resolution;
import dev.procc.model.duedate.ResolvedDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One process in its periods: what of them can be checked, and what is found there.
final class ProcessSweep {
  /// Laws of dates that may hold in one period and not in the next.
  private static final Set<String> LAWS =
      Set.of("PC205", "PC207", "PC208", "PC209", "PC210", "PC218", "PC309", "PC310");

  private final String process;
  private final List<String> keys;
  private final Map<String, CompiledProcess> compiled;
  private final Compilation compilation;
  private final List<Diagnostic> notes;
  private final Causes causes;

  /// @param compiled by the key of the period, in order
  ProcessSweep(
      String process,
      List<String> keys,
      Map<String, CompiledProcess> compiled,
      Compilation compilation,
      List<Diagnostic> notes,
      Causes causes) {
    this.process = process;
    this.keys = keys;
    this.compiled = compiled;
    this.compilation = compilation;
    this.notes = notes;
    this.causes = causes;
  }

  /// @return how many periods were checked
  int check(SourceDocument document) {
    Span at = document.keySpan();
    Map<String, ResolvedDate> same = same();
    List<ResolvedDate> typedSchedule = new ArrayList<>();
    same.values()
        .forEach(date -> {
          if (date.schedule()) {
            typedSchedule.add(date);
          }
        });
    if (!typedSchedule.isEmpty()) {
      note(
          SweepCodes.SAME_DATE,
          typedSchedule.getFirst().span(),
          "The schedule of \"" + process + "\" is the same in every period, so none was checked",
          "write period.start and the like");
      return 0;
    }
    Map<String, List<String>> gaps = new LinkedHashMap<>();
    List<String> broken = new ArrayList<>();
    Set<String> checked = new LinkedHashSet<>();
    for (String key : keys) {
      CompiledProcess each = compiled.get(key);
      if (each == null) {
        broken.add(key);
        continue;
      }
      Coverage.Gap gap = gap(each);
      if (gap == null) {
        checked.add(key);
      } else {
        gaps.computeIfAbsent(gap.words(), w -> new ArrayList<>()).add(key);
      }
    }
    gaps.forEach((words, periods) -> notChecked(covers(words, at), periods, words));
    if (!broken.isEmpty()) {
      notChecked(
          at,
          broken,
          compilation.skipped().isEmpty() ? "it has errors there" : "closed, or with errors");
    }
    findings(checked, same);
    sameDates(checked, same);
    people(checked);
    return checked.size();
  }

  private void note(
      dev.procc.base.diagnostic.Code code, Span at, String message, @Nullable String hint) {
    notes.add(Diagnostic.of(code, at, message).withHint(hint));
  }

  private void notChecked(Span at, List<String> periods, String why) {
    note(
        SweepCodes.NOT_CHECKED,
        at,
        "\""
            + process
            + "\" was not checked in "
            + Keys.runs(periods, keys)
            + " ("
            + periods.size()
            + " of "
            + keys.size()
            + "): "
            + why,
        null);
  }

  /// Where a calendar says what it covers; else where the process names itself.
  private Span covers(String words, Span otherwise) {
    CompiledProcess first = compiled.values().iterator().next();
    for (var decl : first.around().calendars().decls()) {
      if (words.startsWith(decl.key().value() + " ")) {
        Scalar covers = decl.covers();
        return covers != null ? covers.span() : decl.key().span();
      }
    }
    return otherwise;
  }

  /// The calendar that does not reach over all days this process needs in its period.
  private static Coverage.@Nullable Gap gap(CompiledProcess each) {
    Period period = each.resolved().period();
    Resolution dates = each.resolved().dates();
    LocalDate from = period == null ? null : period.start();
    LocalDate to = period == null ? null : period.end();
    List<LocalDate> all = new ArrayList<>();
    for (ResolvedDate date : dates.dates()) {
      all.add(date.date());
    }
    for (LocalDate day : all) {
      from = from == null || day.isBefore(from) ? day : from;
      to = to == null || day.isAfter(to) ? day : to;
    }
    if (from == null || to == null) {
      return null;
    }
    Set<BusinessCalendar> calendars = new LinkedHashSet<>();
    calendars.add(dates.tree().calendar().days());
    for (NodeInfo node : each.resolved().nodes().values()) {
      calendars.add(node.calendar());
    }
    for (BusinessCalendar calendar : calendars) {
      Coverage.Gap gap = Coverage.gap(calendar, from, to);
      if (gap != null) {
        return gap;
      }
    }
    return null;
  }

  /// Dates that do not follow the period: typed ones, and those that come out alike in the first
  /// and the last; by their address without the identity.
  private Map<String, ResolvedDate> same() {
    Map<String, ResolvedDate> same = new LinkedHashMap<>();
    if (compiled.isEmpty()) {
      return same;
    }
    List<CompiledProcess> all = List.copyOf(compiled.values());
    Map<String, LocalDate> last = new LinkedHashMap<>();
    for (ResolvedDate date : all.getLast().resolved().dates().dates()) {
      last.put(place(date.field().toString()), date.date());
    }
    for (ResolvedDate date : all.getFirst().resolved().dates().dates()) {
      String place = place(date.field().toString());
      if (date.typed() || all.size() > 1 && date.date().equals(last.get(place))) {
        same.put(place, date);
      }
    }
    return same;
  }

  /// An address without its identity.
  private static String place(String address) {
    int slash = address.indexOf('/');
    int colon = address.indexOf(':');
    return slash >= 0 && slash < colon
        ? address.substring(slash + 1)
        : address.substring(Math.max(0, colon));
  }

  private static String period(String address) {
    int at = address.indexOf('@');
    int end = at;
    while (end >= 0 && end < address.length() && "/:".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return at < 0 ? "" : address.substring(at + 1, end);
  }

  private void findings(Set<String> checked, Map<String, ResolvedDate> same) {
    for (Diagnostic found : compilation.diagnostics()) {
      String address = found.address();
      if (address == null || !address.startsWith(process + "@")) {
        continue;
      }
      String period = period(address);
      boolean law = LAWS.contains(found.code().id()) || found.severity() == Severity.ERROR;
      CompiledProcess in = compiled.get(period);
      if (law && in != null && checked.contains(period) && !same.containsKey(place(address))) {
        causes.add(found, period, date(in, address));
      }
    }
  }

  private static @Nullable ResolvedDate date(CompiledProcess in, String address) {
    int colon = address.lastIndexOf(':');
    return colon < 0
        ? null
        : in.resolved().dates().date(address.substring(0, colon), address.substring(colon + 1));
  }

  private void sameDates(Set<String> checked, Map<String, ResolvedDate> same) {
    List<String> places = new ArrayList<>();
    ResolvedDate first = null;
    for (Map.Entry<String, ResolvedDate> date : same.entrySet()) {
      first = first == null ? date.getValue() : first;
      places.add(date.getKey());
    }
    if (first != null && !checked.isEmpty()) {
      note(
          SweepCodes.SAME_DATE,
          first.span(),
          "\""
              + process
              + "\" has "
              + (places.size() == 1 ? "a date that is" : places.size() + " dates that are")
              + " the same in every period and "
              + (places.size() == 1 ? "was" : "were")
              + " not checked: "
              + Keys.few(places),
          null);
    }
  }

  /// People whose own calendars do not reach: their days off are not known.
  private void people(Set<String> checked) {
    Map<String, List<String>> unknown = new LinkedHashMap<>();
    Map<String, Span> spans = new LinkedHashMap<>();
    for (String key : checked) {
      CompiledProcess each = compiled.get(key);
      if (each == null) {
        continue;
      }
      Set<String> said = new LinkedHashSet<>();
      for (NodeInfo node : each.resolved().nodes().values()) {
        person(each, node.assignee(), node.address(), "dueDate", said, spans);
        person(each, node.approver(), node.address(), "approverDueDate", said, spans);
      }
      said.forEach(words -> unknown.computeIfAbsent(words, w -> new ArrayList<>()).add(key));
    }
    unknown.forEach((words, periods) ->
        note(
            SweepCodes.NOT_CHECKED,
            spans.getOrDefault(words, spans.values().iterator().next()),
            words + ", so days off were not checked in " + Keys.runs(periods, keys),
            null));
  }

  private static void person(
      CompiledProcess each,
      @Nullable PersonDecl person,
      String address,
      String field,
      Set<String> said,
      Map<String, Span> spans) {
    ResolvedDate date = each.resolved().dates().date(address, field);
    Scalar kept = person == null ? null : person.calendar();
    BusinessCalendar calendar = kept == null ? null : each.around().calendars().find(kept.value());
    if (person == null || kept == null || calendar == null || date == null) {
      return;
    }
    Coverage.Gap gap = Coverage.gap(calendar, date.date(), date.date());
    if (gap != null) {
      String words = "The calendar of " + person.display() + " does not reach: " + gap.words();
      said.add(words);
      spans.putIfAbsent(words, kept.span());
    }
  }
}
