package dev.procc.language.check;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.rules.CalendarRule;
import dev.procc.language.check.rules.DateRule;
import dev.procc.language.check.rules.DueOnPersonsDayOff;
import dev.procc.language.check.rules.DueWhileAway;
import dev.procc.language.check.rules.PreparerApproves;
import dev.procc.model.duedate.CalendarCheck;
import dev.procc.model.duedate.DateCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Every rule, sorted by code. To add one: its class, its line here, its page, its fixtures.
public final class Rules {
  private static final List<Rule> ALL = list();

  private Rules() {}

  private static List<Rule> list() {
    List<Rule> rules = new ArrayList<>();
    for (DateCheck check : DateCheck.all()) {
      rules.add(new DateRule(check));
    }
    for (CalendarCheck check : CalendarCheck.all()) {
      rules.add(new CalendarRule(check));
    }
    rules.add(DateRule.notPassed());
    rules.add(new DueOnPersonsDayOff());
    rules.add(new DueWhileAway());
    rules.add(new PreparerApproves());
    rules.sort((a, b) -> a.code().id().compareTo(b.code().id()));
    return List.copyOf(rules);
  }

  public static List<Rule> all() {
    return ALL;
  }

  /// The codes of all rules, in order.
  public static List<Code> codes() {
    List<Code> codes = new ArrayList<>();
    ALL.forEach(rule -> codes.add(rule.code()));
    return codes;
  }

  /// Judges a process by every rule.
  public static void check(Subject subject, Consumer<Diagnostic> report) {
    for (Rule rule : ALL) {
      rule.check(subject, report);
    }
  }
}
