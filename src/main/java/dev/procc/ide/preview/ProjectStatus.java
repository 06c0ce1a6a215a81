package dev.procc.ide.preview;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.ide.Snapshot;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.Compilation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The status of a project for a status line.
///
/// @param project its key; empty without a `procc.yaml`
/// @param target for which it is compiled; empty if there is none
/// @param targets all of them, in written order
public record ProjectStatus(
    String project, String target, List<String> targets, int errors, int warnings, int infos) {
  public static ProjectStatus of(Snapshot snapshot) {
    Compilation compilation = snapshot.compilation();
    ProjectDecl settings = compilation.settings();
    TargetDecl target = compilation.target();
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Finding finding : snapshot.lint().compilation().findings()) {
      counts.merge(finding.severity(), 1, Integer::sum);
    }
    return new ProjectStatus(
        settings == null ? "" : settings.key().value(),
        target == null ? "" : target.name().value(),
        settings == null ? List.of() : List.copyOf(settings.targets().keySet()),
        counts.getOrDefault(Severity.ERROR, 0),
        counts.getOrDefault(Severity.WARNING, 0),
        counts.getOrDefault(Severity.INFO, 0));
  }
}
