package dev.procc.language.resolve;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.CalendarDecl.DayDecl;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.duedate.SourcedCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The business calendars of a project, by key.
public final class Calendars {
  /// The key that is recorded when all calendars were used.
  private static final String EVERY = Unknown.LOST_KEY;

  private final Map<String, CalendarDecl> decls;
  private final Map<String, BusinessCalendar> byKey;
  private final Set<String> unreadable;
  private final @Nullable Set<String> asked;
  private boolean sealed;

  private Calendars(Set<String> unreadable) {
    this(new LinkedHashMap<>(), new LinkedHashMap<>(), unreadable, null);
  }

  private Calendars(
      Map<String, CalendarDecl> decls,
      Map<String, BusinessCalendar> byKey,
      Set<String> unreadable,
      @Nullable Set<String> asked) {
    this.decls = decls;
    this.byKey = byKey;
    this.unreadable = unreadable;
    this.asked = asked;
  }

  /// The same calendars, which record the keys they are asked for, by several threads, until they
  /// are sealed.
  public Calendars noting() {
    return new Calendars(decls, byKey, unreadable, ConcurrentHashMap.newKeySet());
  }

  /// Stops recording.
  public void seal() {
    sealed = true;
  }

  private void note(String key) {
    Set<String> into = asked;
    if (into == null || sealed || !into.add(key)) {
      return;
    }
    CalendarDecl decl = decls.get(key);
    if (decl != null) {
      for (Scalar other : decl.alsoClosedIn()) {
        note(other.value());
      }
    }
  }

  /// Whether each calendar that was used is the same one in another set.
  public boolean isSameAs(Calendars others) {
    if (!unreadable.equals(others.unreadable)) {
      return false;
    }
    Set<String> keys = asked;
    if (keys == null || keys.contains(EVERY)) {
      return isSame(decls.keySet(), others) && decls.keySet().equals(others.decls.keySet());
    }
    return isSame(keys, others);
  }

  private boolean isSame(Set<String> keys, Calendars others) {
    for (String key : keys) {
      if (decls.get(key) != others.decls.get(key)) {
        return false;
      }
    }
    return true;
  }

  /// Builds all calendars; unknown names and cycles are reported and left out.
  public static Calendars of(List<CalendarDecl> decls, Findings findings) {
    return of(decls, Set.of(), findings);
  }

  /// @param unreadable keys of calendars that could not be read, which are not reported again; with
  ///   [Unknown#LOST_KEY] any key may be one
  public static Calendars of(List<CalendarDecl> decls, Set<String> unreadable, Findings findings) {
    Calendars calendars = new Calendars(unreadable);
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
        findings.add(cycleFinding(name, ancestors));
      } else {
        others.add(build(other, ancestors, findings));
      }
    }
    ancestors.remove(key);
    BusinessCalendar calendar =
        BusinessCalendar.of(
            key,
            decl.workweek().days(),
            namedDays(decl.holidays()),
            namedDays(decl.extraWorkdays()),
            others,
            decl.coveredDays());
    byKey.put(key, calendar);
    return calendar;
  }

  private static Finding cycleFinding(Scalar name, Set<String> ancestors) {
    return Finding.of(
            ResolveCodes.CALENDAR_CYCLE,
            name.span(),
            "\""
                + name.value()
                + "\" leads back to itself: "
                + String.join(" -> ", ancestors)
                + " -> "
                + name.value())
        .withHint("remove one of them");
  }

  private static List<NamedDay> namedDays(List<DayDecl> days) {
    List<NamedDay> named = new ArrayList<>(days.size());
    for (DayDecl day : days) {
      named.add(new NamedDay(day.date(), day.name()));
    }
    return named;
  }

  void reportUnknown(Scalar name, Findings findings) {
    note(EVERY);
    if (unreadable.contains(name.value()) || unreadable.contains(Unknown.LOST_KEY)) {
      return;
    }
    findings.add(
        Finding.of(
                ResolveCodes.UNKNOWN_CALENDAR,
                name.span(),
                "\"" + name.value() + "\" is not a calendar of this project")
            .withHint(
                Spelling.hint(name.value(), decls.keySet())
                    .orElse(
                        "procc calendar import CODE --key "
                            + name.value()
                            + " writes one, with CODE us, de-by, nyse, ...; or add a document of"
                            + " kind Calendar")));
  }

  /// The days of the calendar with a key; null if there is none.
  public @Nullable BusinessCalendar find(String key) {
    note(key);
    return byKey.get(key);
  }

  /// The calendar with a key, with its source lines; null if there is none.
  public @Nullable SourcedCalendar sourced(String key) {
    note(key);
    CalendarDecl decl = decls.get(key);
    return decl == null ? null : sourced(decl.key());
  }

  /// The calendar that a text names, with its source lines; null if there is none.
  @Nullable SourcedCalendar sourced(Scalar name) {
    note(name.value());
    BusinessCalendar days = byKey.get(name.value());
    if (days == null) {
      return null;
    }
    List<Origin> lines = lineOrigins(days, new ArrayList<>(name.origin().inputs()));
    return new SourcedCalendar(days, new Origin(Layer.CALENDAR, name.span(), lines), this::lineOf);
  }

  private List<Origin> lineOrigins(BusinessCalendar days, List<Origin> into) {
    CalendarDecl decl = decls.get(days.key());
    if (decl != null) {
      into.add(new Origin(Layer.CALENDAR, decl.workweek().origin().span()));
      for (DayDecl day : decl.holidays()) {
        into.add(new Origin(Layer.CALENDAR, day.span()));
      }
      for (DayDecl day : decl.extraWorkdays()) {
        into.add(new Origin(Layer.CALENDAR, day.span()));
      }
    }
    for (BusinessCalendar other : days.alsoClosedIn()) {
      lineOrigins(other, into);
    }
    return into;
  }

  /// The text that decides about a day: the line of a listed day, otherwise the weekdays; null if
  /// the calendar is not one of the project.
  public @Nullable Span lineOf(DayReason reason) {
    CalendarDecl decl = decls.get(reason.calendar());
    if (decl == null) {
      return null;
    }
    if (reason.index() < 0) {
      return decl.workweek().origin().span();
    }
    List<DayDecl> days =
        reason.kind() == DayReason.ReasonKind.HOLIDAY ? decl.holidays() : decl.extraWorkdays();
    return reason.index() < days.size() ? days.get(reason.index()).span() : null;
  }

  /// The declaration of the calendar with a key; null if there is none.
  public @Nullable CalendarDecl decl(String key) {
    note(key);
    return decls.get(key);
  }

  public List<CalendarDecl> decls() {
    note(EVERY);
    return List.copyOf(decls.values());
  }
}
