package dev.procc.live.compare;

import dev.procc.base.json.Json;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.Context;
import dev.procc.live.plan.Desired;
import dev.procc.live.plan.Found;
import dev.procc.live.plan.Listing;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.Recorder;
import dev.procc.live.plan.Subject;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Normal;
import dev.procc.live.wire.Stamp;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Address;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import dev.procc.model.process.Node;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a definition says, standing in for the live process: as the server would show it right
/// after an apply, and as the ledger would have recorded that apply.
///
/// The ids of its nodes are their addresses. Nothing of it is ever sent.
final class StandIn {
  private final Context context;

  StandIn(Context context) {
    this.context = context;
  }

  /// The other version of a process, to be planned against this one.
  ///
  /// @param other absent where the process is gone
  Subject subject(Desired applied, @Nullable Desired other) {
    LiveProcess live = live(applied.process());
    LedgerEntry empty = LedgerEntry.empty(context.target(), applied.identity(), context.apiUrl());
    LedgerEntry entry = Recorder.record(created(applied), empty, live);
    return new Subject(other, new Found.Read(live), entry);
  }

  private ProcessPlan created(Desired applied) {
    Subject first = new Subject(applied, Found.NONE, null);
    return Planner.plan(context, List.of(first), Listing.NONE).processes().getFirst();
  }

  /// The process as GET would return it.
  static LiveProcess live(Process definition) {
    Process normal = Normal.of(definition);
    String identity = definition.identity();
    Process shown =
        new Process(
            identity, shown(normal.fields()), (Group) node(normal.root(), Address.root(identity)));
    return new LiveProcess(
        identity, 1L, Stamp.UNKNOWN, Stamp.UNKNOWN, shown, Set.of(), Set.of(), List.of());
  }

  private static Node node(Node node, String address) {
    return switch (node) {
      case Job job -> new Job(address, job.kind(), shown(job.fields()));
      case Group group -> {
        List<Node> children = new ArrayList<>(group.children().size());
        for (Node child : group.children()) {
          children.add(node(child, Address.child(address, child.key())));
        }
        yield new Group(address, shown(group.fields()), children);
      }
    };
  }

  /// What is written and never read back is not shown.
  private static Map<Field, Json> shown(Map<Field, Json> fields) {
    Map<Field, Json> shown = new LinkedHashMap<>();
    fields.forEach((field, value) -> {
      if (field.owner() == Owner.DEFINITION) {
        shown.put(field, value);
      }
    });
    return shown;
  }
}
