package dev.procc.live.plan.decide;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The process that replaces a live one: the definition, with whatever it does not manage taken
/// from the live process.
///
/// @param carriedOver `ADDRESS:FIELD` of what is taken from the live process
record NewProcess(Process process, List<String> carriedOver) {
  /// The replacement for the live process of a comparison.
  static NewProcess of(ProcessComparison comparison) {
    Merge merge = new Merge(comparison);
    return new NewProcess(merge.process(), merge.carriedOver);
  }

  private static final class Merge {
    private final ProcessComparison comparison;
    private final ProcessTree desired;
    private final List<String> carriedOver = new ArrayList<>();

    Merge(ProcessComparison comparison) {
      this.comparison = comparison;
      this.desired = comparison.definition().normal();
    }

    Process process() {
      Process wanted = desired.process();
      Map<FieldSpec, Json> fields =
          mergedFields(
              wanted.identity(),
              comparison.live().id(),
              comparison.definition().written().process().fields(),
              wanted.fields(),
              comparison.live().process().fields());
      return new Process(wanted.identity(), fields, group(desired.root()));
    }

    private ProcessGroup group(ProcessTree.PlacedNode place) {
      List<ProcessNode> children = new ArrayList<>();
      for (ProcessTree.PlacedNode child : desired.children(place)) {
        if (comparison.isLeftGone(child)) {
          continue;
        }
        children.add(
            switch (child.node()) {
              case ProcessGroup g -> group(child);
              case ProcessJob job -> new ProcessJob(job.key(), job.kind(), fields(child));
            });
      }
      return new ProcessGroup(place.node().key(), fields(place), children);
    }

    private Map<FieldSpec, Json> fields(ProcessTree.PlacedNode place) {
      String ref = comparison.matching().liveRef(place.ref());
      ProcessTree.PlacedNode other = ref == null ? null : comparison.liveTree().get(ref);
      if (other == null || !isSameKind(place, other)) {
        return place.node().fields();
      }
      ProcessTree.@Nullable PlacedNode written = comparison.definition().written().get(place.ref());
      return mergedFields(
          place.ref(),
          other.ref(),
          written == null ? Map.of() : written.node().fields(),
          place.node().fields(),
          other.node().fields());
    }

    private static boolean isSameKind(ProcessTree.PlacedNode place, ProcessTree.PlacedNode other) {
      return !(place.node() instanceof ProcessJob one)
          || other.node() instanceof ProcessJob job && job.kind().name().equals(one.kind().name());
    }

    /// Whether it is drift that stays because of a waiver.
    private boolean isKeptDrift(
        String address, String ref, FieldSpec field, @Nullable Json desired, Json live) {
      ChangedBy changedBy =
          comparison.edits().changedBy(ref, field.name(), desired != null, desired, live);
      return changedBy.mayBeDrift() && comparison.waivers().isWaived(address, field.name());
    }

    private Map<FieldSpec, Json> mergedFields(
        String address,
        String ref,
        Map<FieldSpec, Json> writtenFields,
        Map<FieldSpec, Json> desiredFields,
        Map<FieldSpec, Json> liveFields) {
      Map<FieldSpec, Json> all = new LinkedHashMap<>(desiredFields);
      for (Map.Entry<FieldSpec, Json> entry : liveFields.entrySet()) {
        FieldSpec field = entry.getKey();
        String sent = comparison.edits().sent(ref, field.name());
        boolean isManaged =
            writtenFields.containsKey(field)
                || desiredFields.containsKey(field)
                || sent != null && !sent.equals(FieldHash.ABSENT);
        if (field.owner() == Owner.DEFINITION
            && (!isManaged
                || isKeptDrift(address, ref, field, desiredFields.get(field), entry.getValue()))
            && !Objects.equals(all.put(field, entry.getValue()), entry.getValue())
            && !isManaged) {
          carriedOver.add(address + ":" + field.name());
        }
      }
      return all;
    }
  }
}
