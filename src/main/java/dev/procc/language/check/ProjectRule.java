package dev.procc.language.check;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Findings;

/// A rule about the documents of a project together, for what one process alone does not show.
public abstract non-sealed class ProjectRule extends Rule {
  protected ProjectRule(Code code) {
    super(code);
  }

  /// Adds the findings of the rule.
  public abstract void check(ProjectContext project, Findings findings);
}
