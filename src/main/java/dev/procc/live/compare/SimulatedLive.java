package dev.procc.live.compare;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.explain.LineHistory;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.wire.AuditStamp;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ServerMarks;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Address;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A definition in place of a live process: as the server would return it right after an apply, and
/// as the ledger would have recorded that apply.
///
/// The ids of its nodes are their addresses. It is never sent.
final class SimulatedLive {
  /// A placeholder for the hash of the content, which is only compared with the recorded one.
  private static final String AS_APPLIED = "as applied";

  private final PlanContext context;

  SimulatedLive(PlanContext context) {
    this.context = context;
  }

  /// The input for planning the other version of a process against this one.
  ///
  /// @param other null if the process is removed
  PlanInput planInput(DesiredProcess applied, @Nullable DesiredProcess other) {
    DefinitionTrees definition = DefinitionTrees.of(applied);
    LiveProcess live = liveProcess(definition);
    return new PlanInput(other, new LiveLookup.Read(live), ledgerEntry(definition, live));
  }

  /// The ledger entry after the process was created and read back. The hash of its sources is left
  /// out, since it is never compared.
  LedgerEntry ledgerEntry(DefinitionTrees definition, LiveProcess live) {
    DesiredProcess applied = definition.desired();
    List<NodeRecord> nodes = new ArrayList<>(definition.normal().size() + 1);
    Process shown = live.process();
    nodes.add(nodeRecord("", live.id(), definition.sentHashes(), shown.fields()));
    for (ProcessTree.PlacedNode place : definition.normal().nodes()) {
      nodes.add(
          nodeRecord(
              Address.path(applied.identity(), place.ref()),
              place.ref(),
              definition.sentHashes(place),
              readableFields(place.node().fields())));
    }
    List<Origin> origins = new ArrayList<>(applied.provenance().fields().values());
    origins.addAll(applied.provenance().nodes().values());
    return LedgerEntry.empty(context.target(), applied.identity(), context.apiUrl())
        .withLive(live.id(), live.revision(), live.contentHash(), nodes)
        .withDefinition(
            definition.name(),
            new RecordedDefinition(
                RecordedDefinition.UNKNOWN_SOURCE,
                applied.is(ProcessFlag.PROTECTED),
                applied.onRemoval(),
                LineHistory.hashesByFile(origins)));
  }

  private static NodeRecord nodeRecord(
      String path, String id, Map<String, String> sent, Map<FieldSpec, Json> shown) {
    Map<String, String> seen = new LinkedHashMap<>();
    for (Map.Entry<String, String> field : sent.entrySet()) {
      String name = field.getKey();
      if (!field.getValue().equals(FieldHash.ABSENT)
          && !name.equals(Fields.PROCESS_JOB_ACTION.name())
          && !isShown(name, shown)) {
        seen.put(name, FieldHash.ABSENT);
      }
    }
    return new NodeRecord(path, id, sent, seen);
  }

  private static boolean isShown(String name, Map<FieldSpec, Json> shown) {
    for (FieldSpec field : shown.keySet()) {
      if (field.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /// The process as GET would return it.
  static LiveProcess liveProcess(DefinitionTrees definition) {
    Process normal = definition.normal().process();
    String identity = definition.identity();
    Process shown =
        new Process(
            identity,
            readableFields(normal.fields()),
            (ProcessGroup) liveNode(normal.root(), Address.root(identity)));
    return new LiveProcess(
            identity, 1L, AuditStamp.UNKNOWN, AuditStamp.UNKNOWN, shown, ServerMarks.NONE)
        .withContentHash(AS_APPLIED);
  }

  private static ProcessNode liveNode(ProcessNode node, String address) {
    return switch (node) {
      case ProcessJob job -> new ProcessJob(address, job.kind(), readableFields(job.fields()));
      case ProcessGroup group -> {
        List<ProcessNode> children = new ArrayList<>(group.children().size());
        for (ProcessNode child : group.children()) {
          children.add(liveNode(child, Address.child(address, child.key())));
        }
        yield new ProcessGroup(address, readableFields(group.fields()), children);
      }
    };
  }

  /// The fields that can be read back; write-only ones are left out.
  private static Map<FieldSpec, Json> readableFields(Map<FieldSpec, Json> fields) {
    boolean all = true;
    for (FieldSpec field : fields.keySet()) {
      all &= field.owner() == Owner.DEFINITION;
    }
    if (all) {
      return fields;
    }
    FieldMap<Json> shown = new FieldMap<>(fields.size());
    for (Map.Entry<FieldSpec, Json> field : fields.entrySet()) {
      if (field.getKey().owner() == Owner.DEFINITION) {
        shown.put(field.getKey(), field.getValue());
      }
    }
    return shown;
  }
}
