package dev.procc.language.compile;

import dev.procc.base.finding.Code;
import java.util.List;

/// The codes of findings between documents.
public final class CompileCodes {
  public static final Code UNKNOWN_DOCUMENT_KEY = Code.error("PC130", "unknown-document-key");
  public static final Code UNKNOWN_PROCESS = Code.error("PC131", "unknown-process");
  public static final Code MALFORMED_PERIOD = Code.error("PC132", "malformed-period");
  public static final Code UNKNOWN_TARGET = Code.error("PC133", "unknown-target");

  public static final Code UNKNOWN_TIME_ZONE = Code.error("PC134", "unknown-time-zone");

  public static final Code FISCAL_YEAR = Code.error("PC227", "fiscal-year");

  public static final List<Code> ALL =
      List.of(
          UNKNOWN_DOCUMENT_KEY,
          UNKNOWN_PROCESS,
          MALFORMED_PERIOD,
          UNKNOWN_TARGET,
          UNKNOWN_TIME_ZONE,
          FISCAL_YEAR);

  private CompileCodes() {}
}
