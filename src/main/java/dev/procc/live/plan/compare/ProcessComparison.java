package dev.procc.live.plan.compare;

import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.NodeMatching;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.process.Address;
import dev.procc.model.process.ProcessJob;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The comparison of a definition with the live process and with what was last applied: the facts
/// for every decision.
///
/// @param liveTree the tree of the live process
/// @param matching of the definition's nodes with live nodes
/// @param edits drift since the last apply
/// @param waivers of drift that stays
public record ProcessComparison(
    DefinitionTrees definition,
    LastApplied lastApplied,
    LiveProcess live,
    ProcessTree liveTree,
    NodeMatching matching,
    LiveEdits edits,
    DriftWaivers waivers) {
  /// Compares a definition with its live process.
  ///
  /// @param entry null if there is none
  /// @param asOf the day on which waivers have to be valid
  public static ProcessComparison of(
      DefinitionTrees definition, LiveProcess live, @Nullable LedgerEntry entry, LocalDate asOf) {
    String identity = definition.identity();
    LastApplied lastApplied = LedgerLastApplied.of(definition, entry);
    ProcessTree liveTree = ProcessTree.ofLive(live.process());
    return new ProcessComparison(
        definition,
        lastApplied,
        live,
        liveTree,
        NodeMatcher.match(definition.normal(), liveTree, lastApplied),
        LiveEdits.of(live, liveTree, entry),
        new DriftWaivers(identity, entry, lastApplied, asOf));
  }

  /// The number of live tasks that are certifications.
  public long certificationCount() {
    long count = 0;
    for (ProcessTree.PlacedNode place : liveTree.nodes()) {
      if (place.node() instanceof ProcessJob job && job.kind() == ActionKind.CERTIFICATION) {
        count++;
      }
    }
    return count;
  }

  /// Whether a node was removed in Workiva: it is recorded, and its live node is gone.
  public boolean isRemovedInWorkiva(ProcessTree.PlacedNode place) {
    String id = lastApplied.id(place.ref());
    return id != null && liveTree.get(id) == null && matching.liveRef(place.ref()) == null;
  }

  /// Whether a node that was removed in Workiva stays removed because of a waiver.
  public boolean isLeftGone(ProcessTree.PlacedNode place) {
    ProcessTree.PlacedNode parent = place.parent();
    return isRemovedInWorkiva(place)
        && (waivers.isWaived(place.ref(), FieldChange.NODE)
            || parent != null && isLeftGone(parent));
  }

  /// The address of a live node in the definition, actual or possible: by its match, by the ledger,
  /// otherwise by its id below the address of its group.
  public String addressOf(ProcessTree.PlacedNode liveNode) {
    String known = matching.definitionRef(liveNode.ref());
    if (known != null) {
      return known;
    }
    String recorded = lastApplied.address(liveNode.ref());
    if (recorded != null) {
      return recorded;
    }
    return liveNode.parent() == null
        ? definition.normal().root().ref()
        : Address.child(addressOf(liveNode.parent()), liveNode.ref());
  }
}
