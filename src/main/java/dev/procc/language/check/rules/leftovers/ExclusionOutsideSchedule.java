package dev.procc.language.check.rules.leftovers;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.rules.Removal;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;
import java.util.function.Consumer;

/// A day that the process leaves out or adds, outside of its schedule: nothing counts there.
public final class ExclusionOutsideSchedule implements ProcessRule {
  private static final Code CODE = Code.info("PC515", "exclusion-outside-schedule");
  private static final Field[] SETS = {
    Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS, Fields.PROCESS_BUSINESS_DATE_INCLUSIONS
  };

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    LocalDate start = subject.resolved().dates().start();
    LocalDate end = subject.resolved().dates().end();
    if (start == null || end == null) {
      return;
    }
    for (Field field : SETS) {
      if (subject.resolved().decl().fields().get(field) instanceof Sequence days) {
        for (Node item : days.items()) {
          LocalDate day = item instanceof Scalar text ? Scalars.date(text.value()) : null;
          if (day != null && (day.isBefore(start) || day.isAfter(end))) {
            report.accept(found(subject, field, days, item, day, start, end));
          }
        }
      }
    }
  }

  private static Diagnostic found(
      Subject subject,
      Field field,
      Sequence days,
      Node item,
      LocalDate day,
      LocalDate start,
      LocalDate end) {
    Diagnostic found =
        Diagnostic.of(
                CODE,
                item.span(),
                DayText.of(day) + " is outside the schedule, " + start + " to " + end)
            .withHint("remove it, or move the schedule")
            .withAddress(subject.identity() + ":" + field.name());
    Edit removal = Removal.item(days, item);
    return removal == null ? found : found.withFix(Fix.unsafe("remove it", removal));
  }
}
