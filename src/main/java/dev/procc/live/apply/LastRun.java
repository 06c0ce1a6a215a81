package dev.procc.live.apply;

import dev.procc.live.diff.ProcessTree;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// The last run of a process.
///
/// @param status by the addresses of the definition
/// @param tree its groups and jobs by the ids of their runs
/// @param amended ids of jobs that were added to it from the definition
public record LastRun(RunStatus status, ProcessTree tree, Set<String> amended) {
  public LastRun {
    amended = Collections.unmodifiableSet(new LinkedHashSet<>(amended));
  }
}
