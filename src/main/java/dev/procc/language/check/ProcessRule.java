package dev.procc.language.check;

import dev.procc.base.finding.Findings;

/// A rule about one compiled process.
public non-sealed interface ProcessRule extends Rule {
  /// Whether it asks about something missing: then it is passed over where anything is broken, for
  /// what is broken is missing.
  default boolean needsErrorFree() {
    return false;
  }

  /// Adds its findings.
  void check(ProcessContext process, Findings findings);
}
