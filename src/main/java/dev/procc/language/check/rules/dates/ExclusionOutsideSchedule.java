package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.edit.RemovalEdits;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;

/// A day that the process excludes or includes outside its schedule, where it has no effect.
public final class ExclusionOutsideSchedule extends ProcessRule {
  private static final FieldSpec[] DATE_SETS = {
    Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS, Fields.PROCESS_BUSINESS_DATE_INCLUSIONS
  };

  public ExclusionOutsideSchedule() {
    super(Code.info("PC515", "exclusion-outside-schedule"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    LocalDate start = process.resolved().dates().start();
    LocalDate end = process.resolved().dates().end();
    if (start == null || end == null) {
      return;
    }
    String schedule = start + " to " + end;
    for (FieldSpec field : DATE_SETS) {
      if (process.resolved().decl().fields().get(field) instanceof Sequence days) {
        String address = process.identity() + ":" + field.name();
        for (YamlNode item : days.items()) {
          LocalDate day = item instanceof Scalar text ? ScalarValues.date(text.value()) : null;
          if (day != null && (day.isBefore(start) || day.isAfter(end))) {
            findings.add(finding(days, item, day, schedule).withAddress(address));
          }
        }
      }
    }
  }

  private Finding finding(Sequence days, YamlNode item, LocalDate day, String schedule) {
    Finding finding =
        Finding.of(
                code(), item.span(), DayText.format(day) + " is outside the schedule, " + schedule)
            .withHint("remove it, or move the schedule");
    TextEdit removal = RemovalEdits.item(days, item);
    return removal == null ? finding : finding.withFix(Fix.unsafe("remove it", removal));
  }
}
