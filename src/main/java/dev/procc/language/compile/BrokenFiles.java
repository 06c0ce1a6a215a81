package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Severity;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import java.util.HashSet;
import java.util.Set;

/// The files with errors in their documents, as far as one may concern a process: its own, and
/// those that hold what processes share. Of a file that holds other processes nothing is missing
/// here.
final class BrokenFiles {
  private final Set<String> shared = new HashSet<>();
  private final Set<String> ofProcesses = new HashSet<>();

  private BrokenFiles() {}

  static BrokenFiles of(Findings findings, Project project) {
    BrokenFiles broken = new BrokenFiles();
    if (!findings.hasErrors()) {
      return broken;
    }
    Set<String> processes = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (SourceDocument document : project.documents()) {
      Set<String> files = document.kind().equals("Process") ? processes : others;
      files.add(document.document().file().path());
    }
    for (Finding finding : findings.toList()) {
      if (finding.severity() == Severity.ERROR) {
        String path = finding.span() == null ? "" : finding.span().file().path();
        boolean own = processes.contains(path) && !others.contains(path);
        (own ? broken.ofProcesses : broken.shared).add(path);
      }
    }
    return broken;
  }

  /// Whether what looks missing in a process may be among what could not be read.
  boolean mayConcern(ProcessInstance instance) {
    return !shared.isEmpty() || ofProcesses.contains(instance.process().document().file().path());
  }
}
