package dev.procc.app.plan;

import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.plan.input.SafetyLimits;
import dev.procc.live.planfile.PlanLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The guards in one version of the definitions.
///
/// @param limits of the target, and of each process that has its own
/// @param freezes of the target
/// @param protectedKeys of processes that must not be replaced or trashed
/// @param canaries ids of processes that prove the right tenant
record GuardSettings(
    SafetyLimits limits, List<Freeze> freezes, Set<String> protectedKeys, Set<String> canaries) {

  static GuardSettings of(Compilation compilation) {
    TargetDecl target = compilation.target();
    ProjectDecl project = compilation.settings();
    Mapping ofTarget = target == null ? null : target.safety();
    Mapping ofProject = project == null ? null : project.safety();
    Map<String, PlanLimits> own = new LinkedHashMap<>();
    Set<String> guarded = new LinkedHashSet<>();
    for (CompiledProcess process : compilation.processes()) {
      String key = process.resolved().decl().key().value();
      Mapping safety = process.resolved().decl().safety();
      if (safety != null) {
        own.put(key, limits(SafetySettings.of(safety, ofTarget, ofProject)));
      }
      if (process.resolved().decl().isProtected()) {
        guarded.add(key);
      }
    }
    Scalar canary = target == null ? null : target.canary();
    return new GuardSettings(
        new SafetyLimits(limits(SafetySettings.of(ofTarget, ofProject)), own),
        freezes(target),
        guarded,
        canary == null ? Set.of() : Set.of(canary.value()));
  }

  private static PlanLimits limits(SafetySettings safety) {
    return new PlanLimits(
        safety.limit("maxCreate"),
        safety.limit("maxReplace"),
        safety.limit("maxTrash"),
        safety.limit("maxRenamesPercent"),
        safety.limit("maxDateShiftDays"));
  }

  /// The guards that satisfy both.
  GuardSettings and(GuardSettings other) {
    Map<String, PlanLimits> own = new LinkedHashMap<>();
    Set<String> keys = new LinkedHashSet<>(limits.ofProcesses().keySet());
    keys.addAll(other.limits.ofProcesses().keySet());
    for (String key : keys) {
      own.put(key, limits.of(key).and(other.limits.of(key)));
    }
    List<Freeze> both = new ArrayList<>(freezes);
    both.addAll(other.freezes);
    Set<String> guarded = new LinkedHashSet<>(protectedKeys);
    guarded.addAll(other.protectedKeys);
    Set<String> proofs = new LinkedHashSet<>(canaries);
    proofs.addAll(other.canaries);
    SafetyLimits stricter = new SafetyLimits(limits.ofTarget().and(other.limits.ofTarget()), own);
    return new GuardSettings(stricter, both, guarded, proofs);
  }

  private static List<Freeze> freezes(@Nullable TargetDecl target) {
    List<Freeze> freezes = new ArrayList<>();
    if (target != null && target.freeze() instanceof Sequence list) {
      for (var item : list.items()) {
        if (item instanceof Mapping freeze
            && freeze.get("from") instanceof Scalar from
            && freeze.get("to") instanceof Scalar to
            && freeze.get("reason") instanceof Scalar reason) {
          LocalDate first = ScalarValues.date(from.value());
          LocalDate last = ScalarValues.date(to.value());
          if (first != null && last != null) {
            freezes.add(new Freeze(first, last, reason.value()));
          }
        }
      }
    }
    return freezes;
  }
}
