package dev.procc.language.check.rules;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.model.duedate.CalendarCheck;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.SourcedCalendar;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/// A law of calendars as a rule, over each calendar that a process counts with.
public record CalendarRule(CalendarCheck law) implements ProcessRule {
  @Override
  public Code code() {
    return law.code();
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    DateTree tree = subject.resolved().dates().tree();
    Set<SourcedCalendar> calendars = new LinkedHashSet<>();
    calendars.add(tree.calendar());
    collect(tree.root(), calendars);
    for (SourcedCalendar calendar : calendars) {
      law.check(calendar, report);
    }
  }

  private static void collect(DateNode node, Set<SourcedCalendar> into) {
    if (node.calendar() != null) {
      into.add(node.calendar());
    }
    for (DateNode child : node.children()) {
      collect(child, into);
    }
  }
}
