package dev.procc.language.check.rules.days;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.ResolvedDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One person has more tasks due on one day than anybody gets done.
public final class ManyDueOnOneDay implements ProcessRule {
  private static final Code CODE = Code.info("PC321", "many-due-on-one-day");

  /// A day of one task every twenty minutes or so.
  private static final int MOST = 20;

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    if (subject.tasks().size() <= MOST || subject.resolved().people().isEmpty()) {
      return;
    }
    Map<String, PersonDecl> people = new LinkedHashMap<>();
    Map<String, Map<LocalDate, List<ResolvedDate>>> dates = new LinkedHashMap<>();
    PersonDates.each(
        subject,
        person -> true,
        (node, person, date) -> {
          if (date.field().field().equals("dueDate")) {
            String alias = person.alias().value();
            people.put(alias, person);
            dates
                .computeIfAbsent(alias, none -> new LinkedHashMap<>())
                .computeIfAbsent(date.date(), none -> new ArrayList<>())
                .add(date);
          }
        });
    for (PersonDecl person : people.values()) {
      for (List<ResolvedDate> day : dates.getOrDefault(person.alias().value(), Map.of()).values()) {
        if (day.size() > MOST) {
          report.accept(found(person, day));
        }
      }
    }
  }

  private static Diagnostic found(PersonDecl person, List<ResolvedDate> day) {
    ResolvedDate first = day.getFirst();
    return Diagnostic.of(
            CODE,
            first.span(),
            person.display() + " has " + day.size() + " tasks due on " + DayText.of(first.date()))
        .withHint("spread them over some days, or give some to somebody else")
        .withAddress(first.field().toString());
  }
}
