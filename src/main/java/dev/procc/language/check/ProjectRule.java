package dev.procc.language.check;

import dev.procc.base.finding.Findings;

/// Judges the documents of a project together: what one process alone cannot tell.
public non-sealed interface ProjectRule extends Rule {
  /// Reports what it finds.
  void check(ProjectContext project, Findings findings);
}
