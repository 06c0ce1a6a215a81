package dev.procc.language.check;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Findings;

/// A rule about one compiled process.
public abstract non-sealed class ProcessRule extends Rule {
  protected ProcessRule(Code code) {
    super(code);
  }

  /// Adds the findings of the rule. What could not be read was reported and does not count as
  /// missing: a rule about something missing checks whether it is unknown.
  public abstract void check(ProcessContext process, Findings findings);
}
