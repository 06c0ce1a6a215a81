package dev.procc.language.check;

import dev.procc.base.finding.Finding;
import java.util.function.Consumer;

/// Judges the documents of a project together: what one process alone cannot tell.
public non-sealed interface ProjectRule extends Rule {
  /// Reports what it finds.
  void check(ProjectContext project, Consumer<Finding> report);
}
