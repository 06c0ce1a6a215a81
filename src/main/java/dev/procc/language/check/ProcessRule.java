package dev.procc.language.check;

import dev.procc.base.finding.Findings;

/// A rule about one compiled process.
public non-sealed interface ProcessRule extends Rule {
  /// Adds the findings of the rule. What could not be read was reported and does not count as
  /// missing: a rule about something missing checks whether it is unknown.
  void check(ProcessContext process, Findings findings);
}
