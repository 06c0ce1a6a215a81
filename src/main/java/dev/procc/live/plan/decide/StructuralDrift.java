package dev.procc.live.plan.decide;

import dev.procc.live.diff.ProcessTree;
import java.util.List;
import java.util.Map;

/// The structural drift of a process that stays.
///
/// @param removed nodes of the definition that are gone
/// @param moved nodes of the definition that are in another group, each with its live node
/// @param added live nodes that the definition does not have
/// @param reordered groups whose children run one after another and are now in another order
/// @param reorderedParallel parallel groups whose children are in another order, which does not
///   matter
public record StructuralDrift(
    List<ProcessTree.PlacedNode> removed,
    Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> moved,
    List<ProcessTree.PlacedNode> added,
    List<ProcessTree.PlacedNode> reordered,
    List<ProcessTree.PlacedNode> reorderedParallel) {}
