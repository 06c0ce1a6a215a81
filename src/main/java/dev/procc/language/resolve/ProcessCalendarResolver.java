package dev.procc.language.resolve;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.CalendarDecl.DayDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.duedate.SourcedCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The calendar that a process counts with, and what of it goes on the wire.
///
/// It is named by `calendar:`, or given by the process's own `business*` fields, or monday to
/// friday, of which nothing is sent.
final class ProcessCalendarResolver {
  private static final FieldSpec[] BUSINESS_FIELDS = {
    Fields.PROCESS_BUSINESS_DAYS_OF_WEEK,
    Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS,
    Fields.PROCESS_BUSINESS_DATE_INCLUSIONS
  };

  private final Calendars calendars;
  private final Findings findings;
  private final Map<Span, SourcedCalendar> cache = new HashMap<>();

  ProcessCalendarResolver(Calendars calendars, Findings findings) {
    this.calendars = calendars;
    this.findings = findings;
  }

  /// The calendar that counts in the process.
  SourcedCalendar resolve(ProcessDecl decl) {
    Scalar name = decl.calendar();
    YamlNode own = ownField(decl);
    if (name != null) {
      if (own != null) {
        findings.add(
            Finding.of(
                    ResolveCodes.CALENDAR_GIVEN_TWICE,
                    own.span(),
                    "A process has a calendar or business days of its own, not both")
                .withLabel(name.span(), "the calendar")
                .withHint("remove one of them"));
      }
      SourcedCalendar calendar = named(name);
      return calendar == null ? SourcedCalendar.builtIn(BusinessCalendar.monToFri()) : calendar;
    }
    return own == null ? SourcedCalendar.builtIn(BusinessCalendar.monToFri()) : fromFields(decl);
  }

  private static @Nullable YamlNode ownField(ProcessDecl decl) {
    for (FieldSpec field : BUSINESS_FIELDS) {
      YamlNode node = decl.fields().get(field);
      if (node instanceof Sequence) {
        return node;
      }
    }
    return null;
  }

  /// A calendar of the project with the lines it was made of; absent where the name leads nowhere.
  @Nullable SourcedCalendar named(Scalar name) {
    SourcedCalendar known = cache.get(name.span());
    if (known != null && known.days().key().equals(name.value())) {
      return known;
    }
    BusinessCalendar days = calendars.named(name, findings);
    if (days == null) {
      return null;
    }
    Origin origin =
        new Origin(
            Layer.CALENDAR,
            name.span(),
            lineOrigins(days, new ArrayList<>(name.origin().inputs())));
    SourcedCalendar made = new SourcedCalendar(days, origin, this::lineOf);
    cache.put(name.span(), made);
    return made;
  }

  private List<Origin> lineOrigins(BusinessCalendar days, List<Origin> into) {
    CalendarDecl decl = calendars.decl(days.key());
    if (decl != null) {
      into.add(new Origin(Layer.CALENDAR, decl.workdaysOrigin().span()));
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

  private @Nullable Span lineOf(DayReason reason) {
    CalendarDecl decl = calendars.decl(reason.calendar());
    if (decl == null) {
      return null;
    }
    if (reason.index() < 0) {
      return decl.workdaysOrigin().span();
    }
    List<DayDecl> days =
        reason.kind() == DayReason.ReasonKind.HOLIDAY ? decl.holidays() : decl.extraWorkdays();
    return reason.index() < days.size() ? days.get(reason.index()).span() : null;
  }

  private static SourcedCalendar fromFields(ProcessDecl decl) {
    Weekdays weekdays = Weekdays.NONE;
    List<Origin> from = new ArrayList<>();
    YamlNode week = decl.fields().get(Fields.PROCESS_BUSINESS_DAYS_OF_WEEK);
    for (Scalar day : scalars(week)) {
      weekdays = weekdays.union(Weekdays.parse(day.value()).orElse(Weekdays.NONE));
    }
    if (!(week instanceof Sequence)) {
      weekdays = Weekdays.MON_FRI;
    }
    List<Scalar> exclusions = dates(decl.fields().get(Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS));
    List<Scalar> inclusions = dates(decl.fields().get(Fields.PROCESS_BUSINESS_DATE_INCLUSIONS));
    Origin first = null;
    for (FieldSpec field : BUSINESS_FIELDS) {
      if (decl.fields().get(field) instanceof Sequence list) {
        Origin origin = new Origin(Layer.CALENDAR, list.span());
        if (first == null) {
          first = origin;
        } else {
          from.add(origin);
        }
      }
    }
    BusinessCalendar days =
        BusinessCalendar.of("of this process", weekdays, named(exclusions), named(inclusions));
    Span weekSpan = week instanceof Sequence list ? list.span() : null;
    return new SourcedCalendar(
        days,
        first == null ? null : first.withInputs(from),
        reason -> ownLine(reason, weekSpan, exclusions, inclusions));
  }

  private static @Nullable Span ownLine(
      DayReason reason, @Nullable Span week, List<Scalar> exclusions, List<Scalar> inclusions) {
    if (reason.index() < 0) {
      return week;
    }
    List<Scalar> list = reason.kind() == DayReason.ReasonKind.HOLIDAY ? exclusions : inclusions;
    return reason.index() < list.size() ? list.get(reason.index()).span() : null;
  }

  private static List<NamedDay> named(List<Scalar> dates) {
    List<NamedDay> days = new ArrayList<>();
    for (Scalar scalar : dates) {
      LocalDate date = ScalarValues.date(scalar.value());
      if (date != null) {
        days.add(NamedDay.of(date));
      }
    }
    return days;
  }

  private static List<Scalar> dates(@Nullable YamlNode node) {
    List<Scalar> dates = new ArrayList<>();
    for (Scalar scalar : scalars(node)) {
      if (ScalarValues.date(scalar.value()) != null) {
        dates.add(scalar);
      }
    }
    return dates;
  }

  private static List<Scalar> scalars(@Nullable YamlNode node) {
    List<Scalar> scalars = new ArrayList<>();
    if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof Scalar scalar) {
          scalars.add(scalar);
        }
      }
    }
    return scalars;
  }

  /// The `business*` sets of a named calendar as they go on the wire: the weekdays open in every
  /// calendar, and the days off and extra days that lie in the schedule.
  static void putWireFields(
      SourcedCalendar calendar,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      List<Origin> schedule,
      Map<FieldSpec, ResolvedValue> into) {
    Origin origin = calendar.origin();
    if (origin == null) {
      return;
    }
    BusinessCalendar days = calendar.days();
    Weekdays week = commonWorkdays(days);
    Span line =
        calendar.lines().span(new DayReason(DayReason.ReasonKind.WORKDAY, days.key(), -1, ""));
    into.put(
        Fields.PROCESS_BUSINESS_DAYS_OF_WEEK,
        new ResolvedValue(
            Json.texts(week.names()),
            line == null ? origin : new Origin(Layer.CALENDAR, line, origin)));
    if (start == null || end == null || end.isBefore(start)) {
      return;
    }
    TreeSet<String> exclusions = new TreeSet<>();
    TreeSet<String> inclusions = new TreeSet<>();
    for (NamedDay day : days.holidays()) {
      if (isWithin(day, start, end) && !days.isBusinessDay(day.date())) {
        exclusions.add(day.date().toString());
      }
    }
    for (NamedDay day : days.extraWorkdays()) {
      if (isWithin(day, start, end)) {
        inclusions.add(day.date().toString());
      }
    }
    if (!days.alsoClosedIn().isEmpty()) {
      int last = EpochDays.of(end);
      for (int day = EpochDays.of(start); EpochDays.isInRange(day) && day <= last; day++) {
        if (week.has(EpochDays.weekday(day)) && !days.isBusinessDay(day)) {
          exclusions.add(EpochDays.toDate(day).toString());
        }
      }
    }
    put(into, Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS, exclusions, origin.withInputs(schedule));
    put(into, Fields.PROCESS_BUSINESS_DATE_INCLUSIONS, inclusions, origin.withInputs(schedule));
  }

  private static boolean isWithin(NamedDay day, LocalDate start, LocalDate end) {
    return !day.date().isBefore(start) && !day.date().isAfter(end);
  }

  private static Weekdays commonWorkdays(BusinessCalendar days) {
    int mask = days.workdays().mask();
    for (BusinessCalendar other : days.alsoClosedIn()) {
      mask &= commonWorkdays(other).mask();
    }
    return new Weekdays(mask);
  }

  private static void put(
      Map<FieldSpec, ResolvedValue> into, FieldSpec field, TreeSet<String> dates, Origin origin) {
    if (!dates.isEmpty()) {
      into.put(field, new ResolvedValue(Json.texts(dates), origin));
    }
  }
}
