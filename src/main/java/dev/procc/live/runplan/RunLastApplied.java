package dev.procc.live.runplan;

import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.RunRecord;
import dev.procc.model.process.Address;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ledger as the third side of a comparison with a run: an address leads by the id of the
/// process's node to the job run made from it, or to the job run that was added for it.
///
/// A run of a former process has ids that the ledger no longer has: then there is no record of its
/// nodes, and they are matched by position and body.
final class RunLastApplied implements LastApplied {
  private final LastApplied process;
  private final Map<String, String> refOf = new HashMap<>();
  private final Map<String, String> addressOf = new HashMap<>();

  RunLastApplied(LastApplied process, RunTree run, String identity, @Nullable LedgerEntry entry) {
    this.process = process;
    for (ProcessTree.PlacedNode place : run.tree().nodes()) {
      String build = sourceId(place, run);
      String address = build.isEmpty() ? null : process.address(build);
      if (address != null) {
        pair(address, place.ref());
      }
    }
    if (entry != null) {
      for (RunRecord added : entry.history().runRecords()) {
        if (added.isAddedTask()
            && added.runId().equals(run.id())
            && run.tree().get(added.id()) != null) {
          String recorded = Address.of(identity, added.path());
          pair(process.currentAddress(recorded), added.id());
        }
      }
    }
  }

  /// The id of the group from which a group run was made; if the server does not give it, the id
  /// follows from a child for which it does.
  private String sourceId(ProcessTree.PlacedNode place, RunTree run) {
    String said = run.runNode(place.ref()).sourceId();
    if (!said.isEmpty()) {
      return said;
    }
    for (ProcessTree.PlacedNode child : run.tree().children(place)) {
      String of = sourceId(child, run);
      String parent = of.isEmpty() ? null : process.parentId(of);
      if (parent != null) {
        return parent;
      }
    }
    return "";
  }

  private void pair(String address, String ref) {
    refOf.putIfAbsent(address, ref);
    addressOf.putIfAbsent(ref, address);
  }

  @Override
  public boolean isRecorded() {
    return process.isRecorded();
  }

  @Override
  public @Nullable String id(String address) {
    return refOf.get(address);
  }

  @Override
  public @Nullable String address(String id) {
    return addressOf.get(id);
  }

  @Override
  public @Nullable String sentHash(String address, String field) {
    return process.sentHash(address, field);
  }

  @Override
  public String seenHash(String address, String field) {
    return process.seenHash(address, field);
  }

  @Override
  public int position(String id) {
    return -1;
  }

  @Override
  public @Nullable String parentId(String id) {
    return null;
  }
}
