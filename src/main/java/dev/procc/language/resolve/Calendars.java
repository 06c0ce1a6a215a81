package dev.procc.language.resolve;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.CalendarDecl.DayDecl;
import dev.procc.language.yaml.Scalar;
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
  private final Map<String, BusinessCalendar> built = new LinkedHashMap<>();

  private Calendars() {}

  /// Builds every calendar; a name that leads nowhere and a ring are reported and left out.
  public static Calendars of(List<CalendarDecl> decls, List<Diagnostic> found) {
    Calendars calendars = new Calendars();
    for (CalendarDecl decl : decls) {
      calendars.decls.putIfAbsent(decl.key().value(), decl);
    }
    for (CalendarDecl decl : calendars.decls.values()) {
      calendars.build(decl, new LinkedHashSet<>(), found);
    }
    return calendars;
  }

  private BusinessCalendar build(CalendarDecl decl, Set<String> open, List<Diagnostic> found) {
    String key = decl.key().value();
    BusinessCalendar known = built.get(key);
    if (known != null) {
      return known;
    }
    open.add(key);
    List<BusinessCalendar> others = new ArrayList<>();
    for (Scalar name : decl.alsoClosedIn()) {
      CalendarDecl other = decls.get(name.value());
      if (other == null) {
        unknown(name, found);
      } else if (open.contains(name.value())) {
        found.add(
            Diagnostic.of(
                    ResolveCodes.CALENDAR_CYCLE,
                    name.span(),
                    "\""
                        + name.value()
                        + "\" leads back to itself: "
                        + String.join(" -> ", open)
                        + " -> "
                        + name.value())
                .withHint("remove one of them"));
      } else {
        others.add(build(other, open, found));
      }
    }
    open.remove(key);
    BusinessCalendar calendar =
        BusinessCalendar.of(
            key,
            decl.workdays(),
            days(decl.holidays()),
            days(decl.extraWorkdays()),
            others,
            decl.coversFrom() == null || decl.coversTo() == null
                ? null
                : new DayRange(decl.coversFrom(), decl.coversTo()));
    built.put(key, calendar);
    return calendar;
  }

  private static List<NamedDay> days(List<DayDecl> days) {
    List<NamedDay> named = new ArrayList<>(days.size());
    for (DayDecl day : days) {
      named.add(new NamedDay(day.date(), day.name()));
    }
    return named;
  }

  void unknown(Scalar name, List<Diagnostic> found) {
    found.add(
        Diagnostic.of(
                ResolveCodes.UNKNOWN_CALENDAR,
                name.span(),
                "\"" + name.value() + "\" is no calendar of this project")
            .withHint(
                Spelling.hint(name.value(), decls.keySet())
                    .orElse("add a document of kind Calendar")));
  }

  /// The calendar of that name; absent where it leads nowhere, which is reported.
  @Nullable BusinessCalendar named(Scalar name, List<Diagnostic> found) {
    BusinessCalendar calendar = built.get(name.value());
    if (calendar == null) {
      unknown(name, found);
    }
    return calendar;
  }

  public @Nullable BusinessCalendar find(String key) {
    return built.get(key);
  }

  /// A calendar with the lines it was made of, where there is one of that name.
  public @Nullable SourcedCalendar sourced(String key) {
    CalendarDecl decl = built.containsKey(key) ? decls.get(key) : null;
    return decl == null ? null : new ProcessCalendar(this, new ArrayList<>()).named(decl.key());
  }

  /// The declaration of a calendar, where it has one.
  public @Nullable CalendarDecl decl(String key) {
    return decls.get(key);
  }

  public List<CalendarDecl> decls() {
    return List.copyOf(decls.values());
  }
}
