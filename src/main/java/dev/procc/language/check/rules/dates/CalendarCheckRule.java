package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.rules.RemovalEdits;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.SourcedCalendar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A law of calendars as a rule, over each calendar that a process counts with.
public record CalendarCheckRule(CalendarCheck calendarCheck) implements ProcessRule {
  private static final List<String> LIST_KEYS = List.of("holidays", "extraWorkdays");

  @Override
  public Code code() {
    return calendarCheck.code();
  }

  @Override
  public void check(ProcessContext process, Consumer<Finding> report) {
    DateTree tree = process.resolved().dates().tree();
    Set<SourcedCalendar> calendars = new LinkedHashSet<>();
    calendars.add(tree.calendar());
    collectCalendars(tree.root(), calendars);
    for (SourcedCalendar calendar : calendars) {
      CalendarDecl decl = process.context().calendars().decl(calendar.days().key());
      calendarCheck.check(
          calendar, finding -> report.accept(withRemovalFix(finding, dayLists(process, decl))));
    }
  }

  /// Where days are listed: in the document of a calendar, or in the process itself.
  private static List<DayList> dayLists(ProcessContext process, @Nullable CalendarDecl decl) {
    List<DayList> lists = new ArrayList<>();
    if (decl != null) {
      for (MappingEntry entry : decl.document().entries()) {
        if (LIST_KEYS.contains(entry.key().value()) && entry.value() instanceof Sequence days) {
          lists.add(new DayList(decl.document(), entry, days));
        }
      }
    }
    for (YamlNode value : process.resolved().decl().fields().values()) {
      if (value instanceof Sequence days) {
        lists.add(new DayList(null, null, days));
      }
    }
    return lists;
  }

  /// A list of days.
  ///
  /// @param owner the mapping that it is an entry of; absent where the list may not go as a whole
  private record DayList(@Nullable Mapping owner, @Nullable MappingEntry entry, Sequence days) {}

  /// The finding about a listed day with the removal of its line. Not safe: the day may have been
  /// kept for the record, or another day been meant.
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
