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
/// @param target for which it was compiled; null if the project has none
/// @param asOf the day on which the definitions were checked; null if none was given
/// @param periods all periods of the project, as written
/// @param skipped selected identities that were left out since their period is closed
/// @param processes the selected processes that could be compiled, by identity
/// @param findings in reading order, without duplicates
/// @param suppressed suppressed findings, in reading order
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

  /// A copy with other findings.
  public Compilation withFindings(List<Finding> others) {
    return withFindings(others, suppressed);
  }

  /// A copy with other findings, some of them suppressed.
  public Compilation withFindings(List<Finding> others, List<SuppressedFinding> suppressed) {
    return new Compilation(
        project, settings, target, asOf, periods, skipped, processes, others, suppressed);
  }

  /// A copy of a project with the same documents.
  Compilation withProject(Project same) {
    return new Compilation(
        same, settings, target, asOf, periods, skipped, processes, findings, suppressed);
  }

  /// A copy with other processes.
  public Compilation withProcesses(List<CompiledProcess> others) {
    return new Compilation(
        project, settings, target, asOf, periods, skipped, others, findings, suppressed);
  }

  /// The compiled process with an identity; null if it was not selected or could not be compiled.
  public @Nullable CompiledProcess process(String identity) {
    for (CompiledProcess process : processes) {
      if (process.identity().equals(identity)) {
        return process;
      }
    }
    return null;
  }

  /// Whether any finding is an error, so that nothing may be planned.
  public boolean hasErrors() {
    return Finding.anyError(findings);
  }

  /// The number of files that were read.
  public int fileCount() {
    Set<String> paths = new HashSet<>();
    for (SourceDocument document : project.documents()) {
      paths.add(document.path());
    }
    return paths.size();
  }
}
