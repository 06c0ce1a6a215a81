package dev.procc.live.compare;

import dev.procc.base.json.Json;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.record.LedgerRecorder;
import dev.procc.live.wire.AuditStamp;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Normalizer;
import dev.procc.live.wire.ServerMarks;
import dev.procc.model.catalog.FieldSpec;
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

/// What a definition says, standing in for the live process: as the server would show it right
/// after an apply, and as the ledger would have recorded that apply.
///
/// The ids of its nodes are their addresses. Nothing of it is ever sent.
final class SimulatedLive {
  private final PlanContext context;

  SimulatedLive(PlanContext context) {
    this.context = context;
  }

  /// The other version of a process, to be planned against this one.
  ///
  /// @param other null if the process is gone
  PlanInput planInput(DesiredProcess applied, @Nullable DesiredProcess other) {
    LiveProcess live = liveProcess(applied.process());
    LedgerEntry empty = LedgerEntry.empty(context.target(), applied.identity(), context.apiUrl());
    LedgerEntry entry = LedgerRecorder.record(createPlan(applied), empty, live);
    return new PlanInput(other, new LiveLookup.Read(live), entry);
  }

  private ProcessPlan createPlan(DesiredProcess applied) {
    PlanInput input = new PlanInput(applied, LiveLookup.NONE, null);
    return Planner.plan(context, List.of(input), WorkspaceListing.NONE).processes().getFirst();
  }

  /// The process as GET would return it.
  static LiveProcess liveProcess(Process definition) {
    Process normal = Normalizer.normalize(definition);
    String identity = definition.identity();
    Process shown =
        new Process(
            identity,
            readableFields(normal.fields()),
            (ProcessGroup) liveNode(normal.root(), Address.root(identity)));
    return new LiveProcess(
        identity, 1L, AuditStamp.UNKNOWN, AuditStamp.UNKNOWN, shown, ServerMarks.NONE);
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

  /// What is written and never read back is not shown.
  private static Map<FieldSpec, Json> readableFields(Map<FieldSpec, Json> fields) {
    Map<FieldSpec, Json> shown = new LinkedHashMap<>();
    fields.forEach((field, value) -> {
      if (field.owner() == Owner.DEFINITION) {
        shown.put(field, value);
      }
    });
    return shown;
  }
}
