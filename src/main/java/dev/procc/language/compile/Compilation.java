package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The result of compiling a project: its processes, and the findings.
///
/// @param settings `procc.yaml`; null if there is none
/// @param target the target it was compiled for; null if the project names none
/// @param asOf the day the definitions were judged on; null if none was given
/// @param periods every period of the project as written
/// @param skipped identities that were asked for and left out since their period is closed
/// @param processes the processes asked for that could be compiled, by identity
/// @param findings in reading order, each once
/// @param suppressed findings that a suppression covers, in reading order
public record Compilation(
    Project project,
    @Nullable ProjectDecl settings,
    @Nullable TargetDecl target,
    @Nullable LocalDate asOf,
    List<PeriodDecl> periods,
    List<String> skipped,
    List<CompiledProcess> processes,
    List<Finding> findings,
    List<SuppressedFinding> suppressed) {

  /// The same with other findings.
  public Compilation withFindings(List<Finding> others) {
    return withFindings(others, suppressed);
  }

  /// The same with other findings, of which some are suppressed.
  public Compilation withFindings(List<Finding> others, List<SuppressedFinding> suppressed) {
    return new Compilation(
        project, settings, target, asOf, periods, skipped, processes, others, suppressed);
  }

  /// The same with other processes.
  public Compilation withProcesses(List<CompiledProcess> others) {
    return new Compilation(
        project, settings, target, asOf, periods, skipped, others, findings, suppressed);
  }

  /// Whether any finding is an error: then nothing may be planned.
  public boolean hasErrors() {
    return Finding.anyError(findings);
  }

  /// How many files were read.
  public int fileCount() {
    Set<String> paths = new HashSet<>();
    for (SourceDocument document : project.documents()) {
      paths.add(document.path());
    }
    return paths.size();
  }
}
