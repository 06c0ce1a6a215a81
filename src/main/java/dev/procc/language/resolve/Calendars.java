package dev.procc.language.resolve;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.CalendarDecl.DayDecl;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.duedate.SourcedCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The business calendars of a project, by their keys.
public final class Calendars {
  private final Map<String, CalendarDecl> decls = new LinkedHashMap<>();
  private final Map<String, BusinessCalendar> byKey = new LinkedHashMap<>();

  private Calendars() {}

  /// Builds every calendar; a name that leads nowhere and a ring are reported and left out.
  public static Calendars of(List<CalendarDecl> decls, Findings findings) {
    Calendars calendars = new Calendars();
    for (CalendarDecl decl : decls) {
      calendars.decls.putIfAbsent(decl.key().value(), decl);
    }
    for (CalendarDecl decl : calendars.decls.values()) {
      calendars.build(decl, new LinkedHashSet<>(), findings);
    }
    return calendars;
  }

  private BusinessCalendar build(CalendarDecl decl, Set<String> ancestors, Findings findings) {
    String key = decl.key().value();
    BusinessCalendar existing = byKey.get(key);
    if (existing != null) {
      return existing;
    }
    ancestors.add(key);
    List<BusinessCalendar> others = new ArrayList<>();
    for (Scalar name : decl.alsoClosedIn()) {
      CalendarDecl other = decls.get(name.value());
      if (other == null) {
        reportUnknown(name, findings);
      } else if (ancestors.contains(name.value())) {
        findings.add(
            Finding.of(
                    ResolveCodes.CALENDAR_CYCLE,
                    name.span(),
                    "\""
                        + name.value()
                        + "\" leads back to itself: "
                        + String.join(" -> ", ancestors)
                        + " -> "
                        + name.value())
                .withHint("remove one of them"));
      } else {
        others.add(build(other, ancestors, findings));
      }
    }
    ancestors.remove(key);
    BusinessCalendar calendar =
        BusinessCalendar.of(
            key,
            decl.workdays(),
            namedDays(decl.holidays()),
            namedDays(decl.extraWorkdays()),
            others,
            decl.coversFrom() == null || decl.coversTo() == null
                ? null
                : new DayRange(decl.coversFrom(), decl.coversTo()));
    byKey.put(key, calendar);
    return calendar;
  }

  private static List<NamedDay> namedDays(List<DayDecl> days) {
    List<NamedDay> named = new ArrayList<>(days.size());
    for (DayDecl day : days) {
      named.add(new NamedDay(day.date(), day.name()));
    }
    return named;
  }

  void reportUnknown(Scalar name, Findings findings) {
    findings.add(
        Finding.of(
                ResolveCodes.UNKNOWN_CALENDAR,
                name.span(),
                "\"" + name.value() + "\" is no calendar of this project")
            .withHint(
                Spelling.hint(name.value(), decls.keySet())
                    .orElse("add a document of kind Calendar")));
  }

  /// The calendar of that name; absent where it leads nowhere, which is reported.
  @Nullable BusinessCalendar named(Scalar name, Findings findings) {
    BusinessCalendar calendar = byKey.get(name.value());
    if (calendar == null) {
      reportUnknown(name, findings);
    }
    return calendar;
  }

  public @Nullable BusinessCalendar find(String key) {
    return byKey.get(key);
  }

  /// A calendar with the lines it was made of, where there is one of that name.
  public @Nullable SourcedCalendar sourced(String key) {
    CalendarDecl decl = byKey.containsKey(key) ? decls.get(key) : null;
    return decl == null
        ? null
        : new ProcessCalendarResolver(this, new Findings()).named(decl.key());
  }

  /// The declaration of a calendar, where it has one.
  public @Nullable CalendarDecl decl(String key) {
    return decls.get(key);
  }

  public List<CalendarDecl> decls() {
    return List.copyOf(decls.values());
  }
}
