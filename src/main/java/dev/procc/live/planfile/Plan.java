package dev.procc.live.planfile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What apply would do, and what it rests on: the content of a plan file. Everything that people
/// read about a plan is rendered from this and nothing else.
///
/// @param createdAt RFC 3339, UTC
/// @param asOf the day on which due dates were looked at, ISO
/// @param planHash SHA-256 over the hashes of the processes
/// @param processes those with a definition in the order given, then those without
/// @param unmanaged live processes that nobody here knows
/// @param validUntil ISO, the last day on which all of it can be applied; absent where time does
///   not matter
/// @param refusals of the plan as a whole
/// @param checked phrases that follow "Checked:"
/// @param lintWarningCount how many warnings of lint stand
/// @param lintWarnings the first of them, at most `LintWarning.MOST`
/// @param people names of the participants in the plan, by id
/// @param documents names of the documents and sections in the plan, by id
public record Plan(
    ToolVersion tool,
    String target,
    String apiUrl,
    String apiVersion,
    String createdAt,
    String asOf,
    String planHash,
    PlanSummary summary,
    List<ProcessPlan> processes,
    List<UnmanagedProcess> unmanaged,
    @Nullable String validUntil,
    List<PlanRefusal> refusals,
    List<String> checked,
    int lintWarningCount,
    List<LintWarning> lintWarnings,
    Map<String, String> people,
    Map<String, String> documents) {
  public Plan {
    processes = List.copyOf(processes);
    unmanaged = List.copyOf(unmanaged);
    refusals = List.copyOf(refusals);
    checked = List.copyOf(checked);
    lintWarnings = List.copyOf(lintWarnings);
    people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
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
