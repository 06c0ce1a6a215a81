package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import dev.procc.live.wire.ProcessJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What apply would do, and what it rests on: the content of a plan file. Everything that people
/// read about a plan is rendered from this and nothing else.
///
/// @param processes those with a definition in the order given, then those without
/// @param unmanaged live processes that no ledger entry names
/// @param refusals of the plan as a whole
/// @param names of the participants and documents in the plan
/// @param loosened guards that hold in the base version and no longer in the definitions planned
/// @param limits that flags set, and that win over those of the definitions
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

  /// The same, and it says what the change loosens.
  public Plan withLoosened(List<LoosenedGuard> guards) {
    return new Plan(header, processes, unmanaged, refusals, lint, names, guards, limits);
  }

  /// The same, and it says that this was not checked.
  public Plan withNotChecked(String phrase) {
    LintStatus more = lint.withNotChecked(phrase);
    return new Plan(header, processes, unmanaged, refusals, more, names, loosened, limits);
  }

  /// The name of the target.
  public String target() {
    return header.target();
  }

  /// SHA-256 over the hashes of the processes with operations, of what refuses all of it, and the
  /// limits that flags set.
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

  /// The hash of a plan whose processes have these hashes. Their order, which the names of files
  /// decide, takes no part.
  public static String hashOf(List<String> processHashes) {
    return ProcessJson.sha256(Json.texts(processHashes.stream().sorted().toList()));
  }

  /// How many processes get which action.
  public PlanSummary summary() {
    return PlanSummary.of(processes);
  }

  /// The last day on which all of it can be applied, ISO; null if time does not matter.
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
}
