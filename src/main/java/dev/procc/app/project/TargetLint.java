package dev.procc.app.project;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.FindingKey;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.suppression.SuppressionCodes;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A project linted for each of its targets, where none was asked for: each has people, documents
/// and variables of its own.
///
/// @param compilation of the first target, with the findings of all: those of some say of which
/// @param targets that were linted; empty for a project with one at most
public record TargetLint(Compilation compilation, List<String> targets) {
  /// Lints for the target that was asked for, else for each.
  public static TargetLint of(ProjectSession session, CompileOptions options) {
    Compilation compilation = session.compileWith(options);
    List<String> targets =
        compilation.settings() == null || options.target() != null
            ? List.of()
            : List.copyOf(compilation.settings().targets().keySet());
    if (targets.size() < 2) {
      return new TargetLint(compilation, List.of());
    }
    List<Compilation> all = new ArrayList<>();
    for (String target : targets) {
      all.add(
          Compiler.compile(
              session.outcome(), session.selection().instances(), options.withTarget(target)));
    }
    return new TargetLint(all.getFirst().withFindings(merge(all, targets)), targets);
  }

  private static List<Finding> merge(List<Compilation> all, List<String> targets) {
    Map<FindingKey, List<String>> found = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      for (Finding finding : all.get(i).findings()) {
        List<String> of = found.computeIfAbsent(finding.key(), key -> new ArrayList<>());
        if (!of.contains(targets.get(i))) {
          of.add(targets.get(i));
        }
      }
    }
    List<Finding> merged = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (Finding finding : all.get(i).findings()) {
        List<String> of = found.getOrDefault(finding.key(), List.of());
        boolean everywhere = of.size() == targets.size();
        if (of.isEmpty() || !of.getFirst().equals(targets.get(i))) {
          continue;
        }
        if (everywhere) {
          merged.add(finding);
        } else if (!isAboutUse(finding.code())) {
          merged.add(
              finding.withMessage(finding.message() + ", for target " + String.join(", ", of)));
        }
      }
    }
    return Findings.distinct(merged);
  }

  /// What one target does not use another may.
  private static boolean isAboutUse(Code code) {
    return code.name().startsWith("unused-") || code.equals(SuppressionCodes.UNUSED_ALLOW);
  }
}
