package dev.procc.language.check;

import dev.procc.base.finding.Findings;

/// A rule about the documents of a project together, for what one process alone does not show.
public non-sealed interface ProjectRule extends Rule {
  /// Adds the findings of the rule.
  void check(ProjectContext project, Findings findings);
}
