package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.wire.ProcessJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A plan: what apply would do, and its basis. It is the content of a plan file, from which
/// everything that people read about the plan is rendered.
///
/// @param processes those with a definition in the order given, then those without
/// @param unmanaged live processes that are not in the ledger
/// @param refusals of the plan as a whole
/// @param names of the participants and documents in the plan
/// @param loosened guards of the base version that the planned definitions loosen
/// @param limits that flags set, and that take precedence over those of the definitions
public record Plan(
    PlanHeader header,
    List<ProcessPlan> processes,
    List<UnmanagedProcess> unmanaged,
    List<PlanRefusal> refusals,
    LintStatus lint,
    DisplayNames names,
    List<LoosenedGuard> loosened,
    PlanLimits limits) {
  public Plan {
    processes = List.copyOf(processes);
    unmanaged = List.copyOf(unmanaged);
    refusals = List.copyOf(refusals);
    loosened = List.copyOf(loosened);
  }

  /// A copy with loosened guards.
  public Plan withLoosened(List<LoosenedGuard> guards) {
    return new Plan(header, processes, unmanaged, refusals, lint, names, guards, limits);
  }

  /// A copy for a run: without warnings about dates that are sent to nobody, or on which somebody
  /// is away who has done the task already.
  ///
  /// @param over the titles of tasks that are done or cancelled
  public Plan forRun(Set<String> over) {
    List<String> added = new ArrayList<>();
    for (ProcessPlan process : processes) {
      RunPlan run = process.run();
      if (run != null) {
        run.additions().forEach(addition -> added.add(addition.title()));
        run.manualSteps().stream()
            .filter(step -> step.kind().adds())
            .forEach(step -> added.add(step.title()));
      }
    }
    LintStatus own = lint.forRun(added, over);
    return new Plan(header, processes, unmanaged, refusals, own, names, loosened, limits);
  }

  /// A copy that says what was not checked.
  public Plan withNotChecked(String phrase) {
    LintStatus more = lint.withNotChecked(phrase);
    return new Plan(header, processes, unmanaged, refusals, more, names, loosened, limits);
  }

  /// A copy whose ways out of a refusal are commands with the arguments of the plan.
  ///
  /// @param arguments keys and options, each option with its value: `monthly`, `--max-replace 0`
  public Plan withArguments(List<String> arguments) {
    List<ProcessPlan> all = processes.stream().map(one -> one.withArguments(arguments)).toList();
    List<PlanRefusal> own = refusals.stream().map(one -> one.withArguments(arguments)).toList();
    return new Plan(header, all, unmanaged, own, lint, names, loosened, limits);
  }

  /// A copy without the derivations of dates, which are most of a large plan.
  public Plan withoutDerivations() {
    List<ProcessPlan> smaller = processes.stream().map(ProcessPlan::withoutDerivations).toList();
    return new Plan(header, smaller, unmanaged, refusals, lint, names, loosened, limits);
  }

  /// The name of the target.
  public String target() {
    return header.target();
  }

  /// SHA-256 over the hashes of the processes with operations, over the refusals of the whole, and
  /// over the limits that flags set.
  public String planHash() {
    List<String> hashes = new ArrayList<>();
    for (ProcessPlan process : processes) {
      if (!process.hash().isEmpty()) {
        hashes.add(process.hash());
      }
    }
    refusals.forEach(refusal -> hashes.add(refusal.hash()));
    limits.byName().forEach((name, limit) -> hashes.add(name + " " + limit));
    return hashOf(hashes);
  }

  /// The hash of a plan whose processes have these hashes. Their order, which depends on file
  /// names, does not count.
  public static String hashOf(List<String> processHashes) {
    return ProcessJson.sha256(Json.texts(processHashes.stream().sorted().toList()));
  }

  /// The number of processes with each action.
  public PlanSummary summary() {
    return PlanSummary.of(processes);
  }

  /// The last day on which all of it can be applied, ISO; null if there is none.
  public @Nullable String validUntil() {
    String earliest = null;
    for (ProcessPlan process : processes) {
      String until = process.safety().validUntil();
      if (until != null && (earliest == null || until.compareTo(earliest) < 0)) {
        earliest = until;
      }
    }
    return earliest;
  }

  /// Whether apply would do anything.
  public boolean hasActions() {
    return processes.stream().anyMatch(ProcessPlan::hasActions);
  }

  /// Whether apply would refuse any of it.
  public boolean isRefused() {
    return !refusals.isEmpty() || processes.stream().anyMatch(p -> !p.refusals().isEmpty());
  }

  /// The flags that together lift all refusals; empty if there is none, or one that no flag lifts.
  public List<String> liftingFlags() {
    List<PlanRefusal> all = new ArrayList<>(refusals);
    processes.forEach(process -> all.addAll(process.refusals()));
    Set<String> flags = new LinkedHashSet<>();
    for (PlanRefusal refusal : all) {
      if (refusal.flag() == null) {
        return List.of();
      }
      flags.add(refusal.flag());
    }
    return List.copyOf(flags);
  }
}
