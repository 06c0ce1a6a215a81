package dev.procc.language.resolve;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayReason;
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
import org.jspecify.annotations.Nullable;

/// The resolution of the calendar by which a process counts.
///
/// It is named by `calendar:`, or given by the process's own `business*` fields; otherwise it is
/// Monday to Friday, and nothing is sent.
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

  /// The calendar of a process.
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
      return calendar == null ? SourcedCalendar.unknown(name.origin()) : calendar;
    }
    for (FieldSpec field : BUSINESS_FIELDS) {
      YamlNode days = decl.fields().get(field);
      if (days != null && Unknown.isIncomplete(days)) {
        return SourcedCalendar.unknown(days.origin());
      }
    }
    return own != null
        ? fromFields(decl)
        : mayHaveLostOne(decl)
            ? new SourcedCalendar(BusinessCalendar.monToFri(), decl.key().origin(), reason -> null)
            : SourcedCalendar.builtIn();
  }

  /// Whether entries of the process could not be read, of which its calendar may be one; then the
  /// fields that may be among them share one unknown value.
  private static boolean mayHaveLostOne(ProcessDecl decl) {
    YamlNode first = null;
    for (YamlNode value : decl.fields().values()) {
      if (value instanceof Unknown && value == first) {
        return true;
      }
      first = value instanceof Unknown ? value : first;
    }
    return false;
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

  /// The calendar of the project with a name, with its source lines; null, with a finding, if there
  /// is none.
  @Nullable SourcedCalendar named(Scalar name) {
    SourcedCalendar known = cache.get(name.span());
    if (known != null && known.days().key().equals(name.value())) {
      return known;
    }
    SourcedCalendar calendar = calendars.sourced(name);
    if (calendar == null) {
      calendars.reportUnknown(name, findings);
      return null;
    }
    cache.put(name.span(), calendar);
    return calendar;
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
}
