package dev.procc.app.project;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.FindingKey;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.check.suppression.SuppressionCodes;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileCache;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.compile.Compiler;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The lint of a project for each of its targets if none was requested, since each has its own
/// people, documents and variables. It is what `lint` reports, `lint --fix` mends and an editor
/// shows.
///
/// @param compilation for the first target, with the findings of all: a finding of only some says
///   which
/// @param processes for all targets, one target after another
/// @param targets that were linted; empty for a project with at most one
public record TargetLint(
    Compilation compilation, List<CompiledProcess> processes, List<String> targets) {
  /// The caches by target, from one lint of a project to the next.
  static final class Caches {
    private final Map<String, CompileCache> byTarget = new HashMap<>();

    /// @param target empty for none
    CompileCache of(String target) {
      return byTarget.computeIfAbsent(target, name -> new CompileCache());
    }
  }

  public static TargetLint of(Compilation compilation) {
    return new TargetLint(compilation, compilation.processes(), List.of());
  }

  /// Whether further targets have to be linted besides a compilation.
  static boolean isNeeded(Compilation compiled, CompileOptions options) {
    return options.target() == null
        && compiled.settings() != null
        && compiled.settings().targets().size() > 1;
  }

  /// Lints for the requested target, otherwise for each.
  static TargetLint of(
      Outcome<Project> read,
      List<ProcessInstance> instances,
      CompileOptions options,
      Caches caches) {
    List<String> targets = options.target() == null ? targets(read) : List.of();
    if (targets.size() < 2) {
      return of(Compiler.compile(read, instances, options, caches.of("")));
    }
    List<Compilation> all = new ArrayList<>();
    List<CompiledProcess> processes = new ArrayList<>();
    for (String target : targets) {
      Compilation compilation =
          Compiler.compile(read, instances, options.withTarget(target), caches.of(target));
      all.add(compilation);
      processes.addAll(compilation.processes());
    }
    Set<SuppressedFinding> suppressed = new LinkedHashSet<>();
    all.forEach(each -> suppressed.addAll(each.suppressed()));
    return new TargetLint(
        all.getFirst().withFindings(merge(all, targets), List.copyOf(suppressed)),
        processes,
        targets);
  }

  private static List<String> targets(Outcome<Project> read) {
    SourceDocument settings = read.value().orElseThrow().settings();
    boolean several =
        settings != null
            && settings.mapping().get("targets") instanceof Mapping written
            && written.entries().size() > 1;
    ProjectDecl bound = several ? ProjectDocuments.read(read).settings() : null;
    return bound == null ? List.of() : List.copyOf(bound.targets().keySet());
  }

  /// The findings and processes of all targets as one compilation.
  public Compilation everywhere() {
    return targets.isEmpty() ? compilation : compilation.withProcesses(processes);
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

  /// Whether a code is about something unused, which another target may use.
  private static boolean isAboutUse(Code code) {
    return code.name().startsWith("unused-") || code.equals(SuppressionCodes.UNUSED_ALLOW);
  }
}
