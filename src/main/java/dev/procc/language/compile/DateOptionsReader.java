package dev.procc.language.compile;

import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.syntax.Roll;
import org.jspecify.annotations.Nullable;

/// A reader of the options of the date language, `dates` in `procc.yaml`.
final class DateOptionsReader {
  private DateOptionsReader() {}

  /// @param findings receives those about the fiscal year
  static DateOptions read(@Nullable Mapping dates, Findings findings) {
    if (dates == null) {
      return DateOptions.DEFAULT;
    }
    Roll roll =
        switch (text(dates, "roll")) {
          case "next" -> Roll.NEXT;
          case "previous" -> Roll.PREVIOUS;
          default -> Roll.UNSPECIFIED;
        };
    Severity outside =
        text(dates, "outsideSchedule").equals("warn") ? Severity.WARNING : Severity.ERROR;
    boolean dayZero =
        dates.get("dayZero") instanceof Scalar flag && Boolean.TRUE.equals(ScalarValues.bool(flag));
    YamlNode year = dates.get("fiscalYear");
    FiscalRule fiscal =
        year instanceof Mapping written ? new FiscalYearReader(written, findings).read() : null;
    boolean lost = year == null ? dates.isIncomplete() : year instanceof Unknown;
    fiscal = lost ? new FiscalRule.Unread() : fiscal;
    return new DateOptions(dayZero, roll, outside, fiscal, Origin.written(dates.span()));
  }

  private static String text(Mapping mapping, String key) {
    return mapping.get(key) instanceof Scalar scalar ? scalar.value() : "";
  }
}
