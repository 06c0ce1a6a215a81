package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.Counterfactual;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reasons why a process is replaced, and the edits without which it would stay in place.
public final class ReplacementReasons {
  private final ProcessPlan process;
  private final Map<String, FieldChange> changes = new HashMap<>();

  public ReplacementReasons(ProcessPlan process) {
    this.process = process;
    for (FieldChange change : process.changes()) {
      changes.put(change.address() + ":" + change.field(), change);
    }
  }

  /// A change that the API has no call for, with its addresses and the source line that makes it.
  ///
  /// @param phrase follows "the API has no call that"
  public record MissingCall(String phrase, String noun, List<String> addresses, String cause) {
    /// The address, or how many of what.
    String location() {
      return addresses.size() == 1 ? addresses.getFirst() : Plural.of(addresses.size(), noun);
    }
  }

  public List<MissingCall> missingCalls() {
    Map<String, List<ReplacementCause>> byPhrase = new LinkedHashMap<>();
    for (ReplacementCause path : process.explanation().replacement().causes()) {
      if (path.reason() != ChangeReason.FORCED) {
        byPhrase.computeIfAbsent(phrase(path), p -> new ArrayList<>()).add(path);
      }
    }
    List<MissingCall> rows = new ArrayList<>();
    for (Map.Entry<String, List<ReplacementCause>> group : byPhrase.entrySet()) {
      List<String> addresses = new ArrayList<>();
      Set<String> causes = new LinkedHashSet<>();
      for (ReplacementCause path : group.getValue()) {
        addresses.add(PlanLabels.relativeAddress(process.identity(), path.address()));
        Cause cause = cause(path);
        if (cause != null) {
          causes.add(cause.location());
        }
      }
      rows.add(
          new MissingCall(
              group.getKey(), noun(group.getValue().getFirst()), addresses, causeText(causes)));
    }
    rows.sort((a, b) -> Integer.compare(sortRank(a), sortRank(b)));
    return rows;
  }

  /// Changes of the tree first.
  private static int sortRank(MissingCall row) {
    return row.phrase().startsWith("changes") ? 1 : 0;
  }

  /// People call every job a task.
  private String noun(ReplacementCause path) {
    FieldChange change = change(path);
    String noun = change == null ? "task" : PlanLabels.noun(change.kind());
    return noun.equals(ActionKind.CONTENT_REQUEST.noun()) ? "task" : noun;
  }

  private static String causeText(Set<String> causes) {
    if (causes.isEmpty()) {
      return "";
    }
    String first = causes.iterator().next();
    return causes.size() == 1 ? first : first + " and " + (causes.size() - 1) + " more";
  }

  boolean isForced() {
    return process.explanation().replacement().causes().stream()
        .anyMatch(path -> path.reason() == ChangeReason.FORCED);
  }

  private @Nullable FieldChange change(ReplacementCause path) {
    return changes.get(path.address() + ":" + path.field());
  }

  private @Nullable Cause cause(ReplacementCause path) {
    FieldChange change = change(path);
    return change == null || change.causes().isEmpty() ? null : change.causes().getFirst();
  }

  private String phrase(ReplacementCause path) {
    FieldChange change = change(path);
    String noun = noun(path);
    return switch (path.field()) {
      case FieldChange.NODE ->
          change != null && change.before() != null
              ? "removes a " + noun + " from a process"
              : "adds a " + noun + " to a process";
      case FieldChange.PARENT -> "moves a " + noun + " to another group";
      case FieldChange.POSITION -> "changes the order in a group";
      default -> fieldPhrase(path.field(), change, noun);
    };
  }

  private static String fieldPhrase(String field, @Nullable FieldChange change, String noun) {
    return switch (FieldRole.of(field)) {
      case DUE_DATE -> "changes the due date of a " + noun;
      case APPROVAL_DUE -> "changes the due date of an approval";
      case PARALLEL -> "changes how a group runs";
      case ACTION -> "changes the kind of a " + noun;
      case NAME, TITLE ->
          change != null && change.after() == null
              ? "takes away the " + field + " of a " + noun
              : "changes the " + field + " of a read-only " + noun;
      default ->
          change != null && change.kind().equals("process")
              ? "takes " + field + " away from a process"
              : "changes the " + field + " of a " + noun;
    };
  }

  /// `Without these 2 edits it stays in place: 1 PATCH (2 fields) and 1 rename`; empty if there are
  /// no such edits.
  public String counterfactualText() {
    Counterfactual counterfactual = process.explanation().replacement().counterfactual();
    if (counterfactual == null || counterfactual.revert().isEmpty()) {
      return "";
    }
    Set<String> edits = new LinkedHashSet<>();
    boolean unknown = false;
    for (ReplacementCause path : process.explanation().replacement().causes()) {
      Cause cause = cause(path);
      if (cause == null) {
        unknown = true;
      } else {
        edits.add(cause.location());
      }
    }
    int n = unknown ? counterfactual.revert().size() : edits.size();
    String noun = unknown ? "difference" : "edit";
    String without = n == 1 ? "Without this " + noun : "Without these " + Plural.of(n, noun);
    int patches =
        unknown
            ? counterfactual.patchOperations()
            : countRemaining(edits, ChangeReason.PATCHABLE, ChangeReason.WRITE_ONLY);
    int renames = unknown ? counterfactual.renames() : countRemaining(edits, ChangeReason.RENAME);
    int shifts = unknown ? counterfactual.shifts() : countRemaining(edits, ChangeReason.SHIFTED);
    String sentence = callsSentence(without, patches, renames);
    if (shifts == 0) {
      return sentence;
    }
    return sentence
        + "; Workiva itself would then move "
        + Plural.of(shifts, "date")
        + " (relativeDates: true; predicted, read back after apply)";
  }

  private static String callsSentence(String without, int patches, int renames) {
    List<String> calls = new ArrayList<>();
    if (patches > 0) {
      calls.add("1 PATCH (" + Plural.of(patches, "field") + ")");
    }
    if (renames > 0) {
      calls.add(Plural.of(renames, "rename"));
    }
    return calls.isEmpty()
        ? without + " nothing would change"
        : without + " it stays in place: " + String.join(" and ", calls);
  }

  /// How many changes of these kinds other edits make as well, or alone.
  private int countRemaining(Set<String> edits, ChangeReason... reasons) {
    int count = 0;
    for (FieldChange change : process.changes()) {
      boolean remains = change.causes().isEmpty();
      for (Cause cause : change.causes()) {
        remains |= !edits.contains(cause.location());
      }
      if (remains && List.of(reasons).contains(change.reason())) {
        count++;
      }
    }
    return count;
  }
}
