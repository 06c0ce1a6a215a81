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

/// A definition beside the live process and what was last applied: the facts every decision rests
/// on.
///
/// @param liveTree the tree of the live process
/// @param matching which node of the definition is which live node
/// @param edits what was edited in Workiva since the last apply
/// @param waivers the edits made in Workiva that stay
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
  /// @param entry null if nothing was ever recorded
  /// @param asOf the day on which waivers must still hold
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

  /// Whether somebody removed a node in Workiva: it was recorded, and its live node is gone.
  public boolean isRemovedInWorkiva(ProcessTree.PlacedNode place) {
    String id = lastApplied.id(place.ref());
    return id != null && liveTree.get(id) == null && matching.liveRef(place.ref()) == null;
  }

  /// Whether a node that somebody removed in Workiva stays gone by a waiver.
  public boolean isLeftGone(ProcessTree.PlacedNode place) {
    ProcessTree.PlacedNode parent = place.parent();
    return isRemovedInWorkiva(place)
        && (waivers.isWaived(place.ref(), FieldChange.NODE)
            || parent != null && isLeftGone(parent));
  }

  /// How the definition calls a live node, or would: by its match, by the ledger, else by its id
  /// below the address of its group.
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
