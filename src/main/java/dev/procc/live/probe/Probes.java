package dev.procc.live.probe;

import dev.procc.live.api.ApiOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The table of all probes, in the order in which they are made, and the questions that none
/// answers.
public final class Probes {
  public static final List<Probe> ALL =
      Stream.of(
              CreateProbes.ALL,
              ChangeProbes.PATCH,
              ChangeProbes.RENAME,
              ReadProbes.VALIDATION,
              ReadProbes.LIST,
              RunProbes.ALL)
          .flatMap(List::stream)
          .toList();

  /// The questions that no probe answers, with reasons.
  public static final Map<String, String> UNPROBED = unprobed();

  private Probes() {}

  private static Map<String, String> unprobed() {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put(
        "retry-after",
        "a 429 would have to be provoked, which slows down everybody in the workspace");
    reasons.put(
        "token-scope",
        "the token is fetched before the first call, and only its holder sees its scope");
    reasons.put("auto-close-off", "no call completes a task, so the jobs of a run do not end");
    reasons.put("after-cancel", "no call cancels a task");
    reasons.put("reject", "no call rejects a task");
    reasons.put("task-status", "no call moves a task through its statuses");
    reasons.put(
        "certification-input",
        "no field of it is published and a letter is made on the screen: there is nothing to send");
    reasons.put(
        "certification-jobs",
        "they are generated when a certification runs, which needs a letter made on the screen");
    reasons.put(
        "reminder-modes",
        "only the word default is published: guessed words that are kept would prove nothing");
    reasons.put("calendar-ids", "calendars are made on the screen, and no call lists their ids");
    return reasons;
  }

  /// The probes with these keys and those that they need, in the order of the list.
  ///
  /// @param keys empty for all probes
  public static List<Probe> select(Set<String> keys) {
    Set<String> wanted = new LinkedHashSet<>(keys);
    for (Probe probe : ALL) {
      if (keys.contains(probe.key())) {
        wanted.addAll(probe.dependencies());
      }
    }
    List<Probe> selected = new ArrayList<>();
    for (Probe probe : ALL) {
      if (keys.isEmpty() || wanted.contains(probe.key())) {
        selected.add(probe);
      }
    }
    return selected;
  }

  /// The number of processes that these probes create, including the first one of a probe run.
  public static int countProcesses(List<Probe> probes) {
    int count = 1;
    for (Probe probe : probes) {
      for (ProbeCall call : probe.calls()) {
        count += call.operation() == ApiOperation.CREATE ? 1 : 0;
      }
    }
    return count;
  }
}
