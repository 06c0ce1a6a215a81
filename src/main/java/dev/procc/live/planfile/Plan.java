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
/// @param notManaged live processes that nobody here knows
/// @param validUntil ISO, the last day on which all of it can be applied; absent where time does
///   not matter
/// @param refusals of the plan as a whole
/// @param checked phrases that follow "Checked:"
/// @param standingWarnings how many warnings of lint stand
/// @param warnings the first of them, at most `StandingWarning.MOST`
/// @param people names of the participants in the plan, by id
/// @param documents names of the documents and sections in the plan, by id
public record Plan(
    Tool tool,
    String target,
    String apiUrl,
    String apiVersion,
    String createdAt,
    String asOf,
    String planHash,
    Summary summary,
    List<ProcessPlan> processes,
    List<NotManaged> notManaged,
    @Nullable String validUntil,
    List<Refusal> refusals,
    List<String> checked,
    int standingWarnings,
    List<StandingWarning> warnings,
    Map<String, String> people,
    Map<String, String> documents) {
  public Plan {
    processes = List.copyOf(processes);
    notManaged = List.copyOf(notManaged);
    refusals = List.copyOf(refusals);
    checked = List.copyOf(checked);
    warnings = List.copyOf(warnings);
    people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
  }

  /// Whether apply would do anything.
  public boolean acts() {
    return processes.stream().anyMatch(ProcessPlan::acts);
  }

  /// Whether apply would refuse any of it.
  public boolean refused() {
    return !refusals.isEmpty() || processes.stream().anyMatch(p -> !p.refusals().isEmpty());
  }
}
