package dev.procc.language.check;

import dev.procc.base.finding.Findings;

/// A rule about the documents of a project together: what one process alone cannot tell.
public non-sealed interface ProjectRule extends Rule {
  /// Adds its findings.
  void check(ProjectContext project, Findings findings);
}
