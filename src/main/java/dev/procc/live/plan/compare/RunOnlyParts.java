package dev.procc.live.plan.compare;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.RunRecord;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.process.Address;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parts of a definition that only the last run of its process has: tasks that were added to
/// the run, and edits and cancellations in it that the ledger has. No call can bring them to the
/// process itself, so they are no reason for a replacement.
public final class RunOnlyParts {
  private final DefinitionTrees definition;
  private final String runId;
  private final Set<String> added = new LinkedHashSet<>();
  private final Set<String> edited = new LinkedHashSet<>();
  private final Set<String> cancelled = new LinkedHashSet<>();

  private RunOnlyParts(DefinitionTrees definition, String runId) {
    this.definition = definition;
    this.runId = runId;
  }

  /// The parts that the run with an id has and the process does not.
  public static RunOnlyParts of(DefinitionTrees definition, LedgerEntry entry, String runId) {
    RunOnlyParts parts = new RunOnlyParts(definition, runId);
    LastApplied lastApplied = LedgerLastApplied.of(definition, entry);
    for (RunRecord record : entry.history().runRecords()) {
      if (record.runId().equals(runId)) {
        parts.add(record, lastApplied);
      }
    }
    return parts;
  }

  private void add(RunRecord record, LastApplied lastApplied) {
    String address = lastApplied.currentAddress(Address.of(definition.identity(), record.path()));
    ProcessTree.PlacedNode place = definition.normal().get(address);
    if (place == null) {
      if (record.isCancelledTask() && lastApplied.id(address) != null) {
        cancelled.add(address);
      }
    } else if (record.isAddedTask()) {
      if (lastApplied.id(address) == null && record.hash().equals(bodyHash(place))) {
        added.add(address);
      }
    } else if (record.hash().equals(hash(place, record.field()))
        && !record.hash().equals(lastApplied.sentHash(address, record.field()))) {
      edited.add(fieldRef(address, record.field()));
    }
  }

  private static String bodyHash(ProcessTree.PlacedNode place) {
    return FieldHash.of(ProcessJson.childBody(place.node()).get("job"));
  }

  private static @Nullable String hash(ProcessTree.PlacedNode place, String fieldName) {
    for (Map.Entry<FieldSpec, Json> field : place.node().fields().entrySet()) {
      if (field.getKey().name().equals(fieldName)) {
        return FieldHash.of(field.getValue());
      }
    }
    return null;
  }

  private static String fieldRef(String address, String field) {
    return address + ":" + field;
  }

  public boolean isEmpty() {
    return added.isEmpty() && edited.isEmpty() && cancelled.isEmpty();
  }

  /// The parts, in one sentence without a full stop.
  public String text() {
    List<String> parts = new ArrayList<>();
    addText("task", "that was added: ", added, parts);
    addText("edit", "made by hand: ", edited, parts);
    addText("task", "that was cancelled: ", cancelled, parts);
    return "its run "
        + runId
        + " alone has "
        + String.join("; ", parts)
        + "; the process stays as it is, and so would a new run of it";
  }

  private static void addText(String noun, String what, Set<String> refs, List<String> parts) {
    if (!refs.isEmpty()) {
      parts.add(Plural.of(refs.size(), noun) + " " + what + String.join(", ", refs));
    }
  }

  /// The definition without these parts, unless somebody edited the same in the process itself.
  public DefinitionTrees withoutThem(ProcessComparison comparison) {
    DesiredProcess desired = definition.desired();
    Process process = desired.process();
    ProcessTree tree = definition.written();
    Process reduced =
        new Process(
            process.identity(),
            process.fields(),
            (ProcessGroup) new Reduction(comparison).reduced(tree, tree.root()));
    return DefinitionTrees.of(
        new DesiredProcess(
            desired.key(),
            desired.period(),
            reduced,
            desired.provenance(),
            desired.addressMoves(),
            desired.handling()));
  }

  /// The reduction of a definition's tree, node by node.
  private final class Reduction {
    private final ProcessComparison comparison;

    Reduction(ProcessComparison comparison) {
      this.comparison = comparison;
    }

    ProcessNode reduced(ProcessTree tree, ProcessTree.PlacedNode place) {
      Map<FieldSpec, Json> fields = reducedFields(place);
      if (place.node() instanceof ProcessJob job) {
        return new ProcessJob(job.key(), job.kind(), fields);
      }
      List<ProcessNode> children = new ArrayList<>();
      for (ProcessTree.PlacedNode child : tree.children(place)) {
        boolean isLeftOut =
            added.contains(child.ref()) && comparison.matching().liveRef(child.ref()) == null;
        if (!isLeftOut) {
          children.add(reduced(tree, child));
        }
      }
      addCancelled(place, children);
      return new ProcessGroup(place.node().key(), fields, children);
    }

    private Map<FieldSpec, Json> reducedFields(ProcessTree.PlacedNode place) {
      Map<FieldSpec, Json> fields = new LinkedHashMap<>(place.node().fields());
      String liveRef = comparison.matching().liveRef(place.ref());
      ProcessTree.PlacedNode there = liveRef == null ? null : comparison.liveTree().get(liveRef);
      if (there != null) {
        fields.replaceAll((field, value) -> {
          Json live = there.node().get(field);
          boolean isRunOnly =
              edited.contains(fieldRef(place.ref(), field.name()))
                  && comparison.edits().changedBy(there.ref(), field.name(), true, value, live)
                      == ChangedBy.DEFINITION;
          return !isRunOnly ? value : live == null ? Json.NULL : live;
        });
      }
      return fields;
    }

    /// Adds the live nodes that were cancelled in the run, in their positions in the process.
    private void addCancelled(ProcessTree.PlacedNode group, List<ProcessNode> children) {
      String liveRef = comparison.matching().liveRef(group.ref());
      ProcessTree.PlacedNode there = liveRef == null ? null : comparison.liveTree().get(liveRef);
      if (there == null || cancelled.isEmpty()) {
        return;
      }
      int position = 0;
      for (ProcessTree.PlacedNode live : comparison.liveTree().children(there)) {
        String address = comparison.matching().definitionRef(live.ref());
        if (address != null) {
          position = positionAfter(children, Address.lastKey(address), position);
        } else if (isCancelled(live)) {
          children.add(position++, named(live));
        }
      }
    }

    private static int positionAfter(List<ProcessNode> children, String key, int otherwise) {
      for (int i = 0; i < children.size(); i++) {
        if (children.get(i).key().equals(key)) {
          return i + 1;
        }
      }
      return otherwise;
    }

    /// Whether a live node is cancelled in the run and was not edited; for a group, whether
    /// everything in it is.
    private boolean isCancelled(ProcessTree.PlacedNode live) {
      String address = comparison.lastApplied().address(live.ref());
      if (address == null || comparison.edits().isEdited(live.ref())) {
        return false;
      }
      List<ProcessTree.PlacedNode> below = comparison.liveTree().children(live);
      return live.node() instanceof ProcessJob
          ? cancelled.contains(address)
          : !below.isEmpty() && below.stream().allMatch(this::isCancelled);
    }

    /// A live node with the keys of the definition.
    private ProcessNode named(ProcessTree.PlacedNode live) {
      String address = comparison.addressOf(live);
      String key = Address.lastKey(address);
      if (live.node() instanceof ProcessJob job) {
        return new ProcessJob(key, job.kind(), job.fields());
      }
      List<ProcessNode> children = new ArrayList<>();
      comparison.liveTree().children(live).forEach(child -> children.add(named(child)));
      return new ProcessGroup(key, live.node().fields(), children);
    }
  }
}
