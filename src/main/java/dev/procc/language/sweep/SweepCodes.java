package dev.procc.language.sweep;

import dev.procc.base.diagnostic.Code;
import java.util.List;

/// What is said about periods that were not checked.
public final class SweepCodes {
  public static final Code NOT_CHECKED = Code.info("PC224", "periods-not-checked");
  public static final Code SAME_DATE = Code.info("PC225", "same-date-in-every-period");

  public static final List<Code> ALL = List.of(NOT_CHECKED, SAME_DATE);

  private SweepCodes() {}
}
