package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// More tasks due on one day than a person can do.
public final class ManyDueOnOneDay extends ProcessRule {
  /// A task every twenty minutes or so, in a working day.
  private static final int MAX_PER_DAY = 20;

  public ManyDueOnOneDay() {
    super(Code.info("PC321", "many-due-on-one-day"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    if (process.tasks().size() <= MAX_PER_DAY || process.resolved().people().isEmpty()) {
      return;
    }
    Map<String, PersonDecl> people = new LinkedHashMap<>();
    Map<String, Map<LocalDate, List<ResolvedDate>>> dates = new LinkedHashMap<>();
    for (PersonDate due : PersonDate.all(process)) {
      if (!due.isApproval()) {
        String alias = due.person().alias().value();
        people.put(alias, due.person());
        dates
            .computeIfAbsent(alias, none -> new LinkedHashMap<>())
            .computeIfAbsent(due.date().date(), none -> new ArrayList<>())
            .add(due.date());
      }
    }
    for (PersonDecl person : people.values()) {
      for (List<ResolvedDate> day : dates.getOrDefault(person.alias().value(), Map.of()).values()) {
        if (day.size() > MAX_PER_DAY) {
          findings.add(finding(person, day));
        }
      }
    }
  }

  private Finding finding(PersonDecl person, List<ResolvedDate> day) {
    ResolvedDate first = day.getFirst();
    return Finding.of(
            code(),
            first.span(),
            person.displayName()
                + " has "
                + day.size()
                + " tasks due on "
                + DayText.format(first.date()))
        .withHint("spread them over some days, or give some to somebody else")
        .withAddress(first.field().toString());
  }
}
