package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.edit.RemovalEdits;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.SourcedCalendar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A rule about the listed days of a calendar: of each calendar by which a process counts, or of a
/// single calendar.
public abstract class CalendarRule extends ProcessRule {
  private static final List<String> LIST_KEYS = List.of("holidays", "extraWorkdays");

  CalendarRule(Code code) {
    super(code);
  }

  /// Reports the listed days that break the rule, in line order.
  abstract void check(SourcedCalendar calendar, Findings findings);

  @Override
  public final void check(ProcessContext process, Findings findings) {
    DateTree tree = process.resolved().dates().tree();
    Set<SourcedCalendar> calendars = new LinkedHashSet<>();
    calendars.add(tree.calendar());
    collectCalendars(tree.root(), calendars);
    for (SourcedCalendar calendar : calendars) {
      if (calendar.isUnknown()) {
        continue;
      }
      CalendarDecl decl = process.context().calendars().decl(calendar.days().key());
      List<DayList> lists = new ArrayList<>();
      if (decl != null) {
        addDayLists(decl.document(), true, lists);
      }
      for (YamlNode value : process.resolved().decl().fields().values()) {
        if (value instanceof Sequence days) {
          lists.add(new DayList(null, null, days));
        }
      }
      check(calendar, lists, findings);
    }
  }

  /// Checks one calendar, whether a process counts by it or not.
  ///
  /// @param document that lists its days
  public final void check(SourcedCalendar calendar, Mapping document, Findings findings) {
    List<DayList> lists = new ArrayList<>();
    addDayLists(document, false, lists);
    check(calendar, lists, findings);
  }

  private void check(SourcedCalendar calendar, List<DayList> lists, Findings findings) {
    Findings ofCalendar = new Findings();
    check(calendar, ofCalendar);
    for (Finding finding : ofCalendar.toList()) {
      findings.add(withRemovalFix(finding, lists));
    }
  }

  /// The span of a listed day's line.
  static @Nullable Span line(
      SourcedCalendar calendar, DayReason.ReasonKind kind, int index, NamedDay day) {
    return calendar.lines().span(new DayReason(kind, calendar.days().key(), index, day.name()));
  }

  /// A list of days.
  ///
  /// @param owner the mapping with the list; null if the list must not be removed as a whole
  private record DayList(@Nullable Mapping owner, @Nullable MappingEntry entry, Sequence days) {}

  /// @param removable whether a list may be removed with its only day
  private static void addDayLists(Mapping document, boolean removable, List<DayList> lists) {
    for (MappingEntry entry : document.entries()) {
      if (LIST_KEYS.contains(entry.key().value()) && entry.value() instanceof Sequence days) {
        lists.add(removable ? new DayList(document, entry, days) : new DayList(null, null, days));
      }
    }
  }

  /// The finding about a listed day, with the removal of its line as an unsafe fix: the day may be
  /// kept for the record, or another day may be meant.
  private static Finding withRemovalFix(Finding finding, List<DayList> lists) {
    Span at = finding.span();
    for (DayList list : lists) {
      for (YamlNode day : list.days().items()) {
        if (at != null && day.span().contains(at)) {
          TextEdit removal = removal(list, day);
          return removal == null ? finding : finding.withFix(Fix.unsafe("remove the day", removal));
        }
      }
    }
    return finding;
  }

  private static @Nullable TextEdit removal(DayList list, YamlNode day) {
    Mapping in = list.owner();
    MappingEntry entry = list.entry();
    boolean last = list.days().items().size() == 1;
    return last && in != null && entry != null
        ? RemovalEdits.entryOfSingleItem(in, entry, day)
        : RemovalEdits.item(list.days(), day);
  }

  private static void collectCalendars(DateNode node, Set<SourcedCalendar> into) {
    if (node.calendar() != null) {
      into.add(node.calendar());
    }
    for (DateNode child : node.children()) {
      collectCalendars(child, into);
    }
  }
}
