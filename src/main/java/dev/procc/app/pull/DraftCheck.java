package dev.procc.app.pull;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Address;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The check of a draft's step: whether it has the wanted effect, and what else it changes.
///
/// @param error why the definitions no longer compile; null if they do
/// @param missed whether a wanted edit, or one that was pulled before, is still to be pulled
/// @param others what else changes, by address and field
record DraftCheck(@Nullable String error, boolean missed, List<String> others) {
  DraftCheck {
    others = List.copyOf(others);
  }

  boolean isClean() {
    return error == null && !missed && others.isEmpty();
  }

  /// @param done edits that were brought into the definitions before
  /// @param step edits that the step has to bring into them
  static DraftCheck of(
      DraftState before, DraftState after, List<PullEdit> done, List<PullEdit> step) {
    for (Finding finding : after.compilation().findings()) {
      if (finding.severity() == Severity.ERROR) {
        return new DraftCheck(finding.message(), false, List.of());
      }
    }
    List<String> others = new ArrayList<>();
    for (CompiledProcess process : before.compilation().processes()) {
      String identity = process.identity();
      CompiledProcess next = after.process(identity);
      if (next == null) {
        return new DraftCheck(identity + " would be gone", false, List.of());
      }
      if (!before.pending().containsKey(identity)) {
        addDifferences(process.process(), next.process(), others);
        continue;
      }
      String rekeyed =
          step.stream().anyMatch(PullEdit::isStructural) ? null : rekeyed(process, next);
      if (rekeyed != null) {
        return new DraftCheck(rekeyed + " would get another key", false, List.of());
      }
      Map<String, FieldChange> known = before.pending(identity);
      after
          .pending(identity)
          .forEach((ref, change) -> {
            FieldChange old = known.get(ref);
            if (old == null || !Objects.equals(old.after(), change.after())) {
              others.add(ref);
            }
          });
    }
    return new DraftCheck(null, anyPending(done, after) || anyPending(step, after), others);
  }

  private static boolean anyPending(List<PullEdit> edits, DraftState after) {
    return edits.stream().anyMatch(e -> after.pending(e.identity()).containsKey(e.ref()));
  }

  /// A node that gets another key, as where a cell that is also a key changes: what names it would
  /// mean nothing. Null if there is none.
  private static @Nullable String rekeyed(CompiledProcess before, CompiledProcess after) {
    for (String address : before.resolved().nodes().keySet()) {
      if (!after.resolved().nodes().containsKey(address)) {
        return address;
      }
    }
    return null;
  }

  private static void addDifferences(Process before, Process after, List<String> others) {
    Map<String, Object> was = new LinkedHashMap<>();
    Map<String, Object> is = new LinkedHashMap<>();
    collect(before, was);
    collect(after, is);
    Set<String> refs = new LinkedHashSet<>(was.keySet());
    refs.addAll(is.keySet());
    for (String ref : refs) {
      if (!Objects.equals(was.get(ref), is.get(ref))) {
        others.add(ref);
      }
    }
  }

  private static void collect(Process process, Map<String, Object> values) {
    process
        .fields()
        .forEach((field, value) -> values.put(process.identity() + ":" + field.name(), value));
    collect(Address.root(process.identity()), process.root(), values, process.identity());
  }

  private static void collect(
      String address, ProcessNode node, Map<String, Object> values, String prefix) {
    node.fields().forEach((field, value) -> values.put(address + ":" + field.name(), value));
    if (node instanceof ProcessGroup group) {
      List<String> keys = new ArrayList<>();
      for (ProcessNode child : group.children()) {
        keys.add(child.key());
        String at = prefix + "/" + child.key();
        collect(at, child, values, at);
      }
      values.put(address + ":" + Fields.PROCESS_GROUP_CHILDREN.name(), keys);
    }
  }
}
