package dev.procc.view.report;

import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.Counterfactual;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Reason;
import dev.procc.live.planfile.ReplacePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why a process cannot stay, and what would let it.
final class Certificate {
  private final ProcessPlan process;
  private final Map<String, FieldChange> changes = new HashMap<>();

  Certificate(ProcessPlan process) {
    this.process = process;
    for (FieldChange change : process.changes()) {
      changes.put(change.address() + ":" + change.field(), change);
    }
  }

  /// What the API has no call for, with where it happens and the line that asks for it.
  ///
  /// @param phrase follows "the API has no call that"
  record Row(String phrase, String noun, List<String> addresses, String cause) {
    /// The address, or how many of what.
    String where() {
      return addresses.size() == 1 ? addresses.getFirst() : PlanWords.count(addresses.size(), noun);
    }
  }

  List<Row> rows() {
    Map<String, List<ReplacePath>> alike = new LinkedHashMap<>();
    for (ReplacePath path : process.replacePaths()) {
      if (path.reason() != Reason.FORCED) {
        alike.computeIfAbsent(phrase(path), p -> new ArrayList<>()).add(path);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, List<ReplacePath>> group : alike.entrySet()) {
      List<String> addresses = new ArrayList<>();
      Set<String> causes = new LinkedHashSet<>();
      for (ReplacePath path : group.getValue()) {
        addresses.add(PlanWords.place(process.identity(), path.address()));
        Cause cause = cause(path);
        if (cause != null) {
          causes.add(cause.place());
        }
      }
      rows.add(
          new Row(group.getKey(), noun(group.getValue().getFirst()), addresses, places(causes)));
    }
    rows.sort((a, b) -> Integer.compare(rank(a), rank(b)));
    return rows;
  }

  /// What touches the tree itself first.
  private static int rank(Row row) {
    return row.phrase().startsWith("changes the") ? 1 : 0;
  }

  /// People call every job a task.
  private String noun(ReplacePath path) {
    FieldChange change = change(path);
    String noun = PlanWords.noun(change == null ? "sendTask" : change.kind());
    return noun.equals("request") ? "task" : noun;
  }

  private static String places(Set<String> causes) {
    if (causes.isEmpty()) {
      return "";
    }
    String first = causes.iterator().next();
    return causes.size() == 1 ? first : first + " and " + (causes.size() - 1) + " more";
  }

  boolean forced() {
    return process.replacePaths().stream().anyMatch(path -> path.reason() == Reason.FORCED);
  }

  private @Nullable FieldChange change(ReplacePath path) {
    return changes.get(path.address() + ":" + path.field());
  }

  private @Nullable Cause cause(ReplacePath path) {
    FieldChange change = change(path);
    return change == null || change.causes().isEmpty() ? null : change.causes().getFirst();
  }

  private String phrase(ReplacePath path) {
    FieldChange change = change(path);
    String kind = change == null ? "sendTask" : change.kind();
    String noun = noun(path);
    return switch (path.field()) {
      case FieldChange.NODE ->
          change != null && change.before() != null
              ? "removes a " + noun + " from a process"
              : "adds a " + noun + " to a process";
      case FieldChange.PARENT -> "moves a " + noun + " to another group";
      case FieldChange.POSITION -> "changes the order in a group";
      case "dueDate" -> "changes the due date of a " + noun;
      case "approverDueDate" -> "changes the due date of an approval";
      case "action" -> "changes the kind of a " + noun;
      case "arguments" -> "changes the arguments of a " + noun;
      case "name", "title" ->
          change != null && change.after() == null
              ? "takes away the " + path.field() + " of a " + noun
              : "changes the " + path.field() + " of a read-only " + noun;
      default ->
          kind.equals("process")
              ? "takes " + path.field() + " away from a process"
              : "changes the " + path.field() + " of a " + noun;
    };
  }

  /// `Without these 2 edits it stays in place: 1 PATCH (2 fields) and 1 rename`; empty where there
  /// is nothing to say.
  String counterfactual() {
    Counterfactual would = process.counterfactual();
    if (would == null || would.revert().isEmpty()) {
      return "";
    }
    Set<String> edits = new LinkedHashSet<>();
    boolean unknown = false;
    for (ReplacePath path : process.replacePaths()) {
      Cause cause = cause(path);
      if (cause == null) {
        unknown = true;
      } else {
        edits.add(cause.place());
      }
    }
    int n = unknown ? would.revert().size() : edits.size();
    String noun = unknown ? "difference" : "edit";
    String without = n == 1 ? "Without this " + noun : "Without these " + PlanWords.count(n, noun);
    int patches =
        unknown ? would.patchOperations() : left(edits, Reason.PATCHABLE, Reason.WRITE_ONLY);
    int renames = unknown ? would.renames() : left(edits, Reason.RENAME);
    int shifts = unknown ? would.shifts() : left(edits, Reason.SHIFTED);
    List<String> calls = new ArrayList<>();
    if (patches > 0) {
      calls.add("1 PATCH (" + PlanWords.count(patches, "field") + ")");
    }
    if (renames > 0) {
      calls.add(PlanWords.count(renames, "rename"));
    }
    String then =
        calls.isEmpty()
            ? without + " nothing would change"
            : without + " it stays in place: " + String.join(" and ", calls);
    if (shifts == 0) {
      return then;
    }
    return then
        + "; Workiva itself would then move "
        + PlanWords.count(shifts, "date")
        + " (relativeDates: true; predicted, read back after apply)";
  }

  /// How many changes of these kinds other edits make as well, or alone.
  private int left(Set<String> edits, Reason... reasons) {
    int count = 0;
    for (FieldChange change : process.changes()) {
      boolean others = change.causes().isEmpty();
      for (Cause cause : change.causes()) {
        others |= !edits.contains(cause.place());
      }
      if (others && List.of(reasons).contains(change.reason())) {
        count++;
      }
    }
    return count;
  }
}
