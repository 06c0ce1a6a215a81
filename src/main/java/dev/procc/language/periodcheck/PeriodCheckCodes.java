package dev.procc.language.periodcheck;

import dev.procc.base.finding.Code;
import java.util.List;

/// The codes of findings about periods that were not checked.
public final class PeriodCheckCodes {
  public static final Code PERIODS_NOT_CHECKED = Code.info("PC224", "periods-not-checked");
  public static final Code SAME_DATE_IN_EVERY_PERIOD =
      Code.info("PC225", "same-date-in-every-period");

  public static final List<Code> ALL = List.of(PERIODS_NOT_CHECKED, SAME_DATE_IN_EVERY_PERIOD);

  private PeriodCheckCodes() {}
}
