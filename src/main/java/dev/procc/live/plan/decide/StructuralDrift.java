package dev.procc.live.plan.decide;

import dev.procc.live.diff.ProcessTree;
import java.util.List;
import java.util.Map;

/// What was done to the structure of a process in Workiva and stays.
///
/// @param removed nodes of the definition that are gone
/// @param moved nodes of the definition that stand in another group, each with its live node
/// @param added live nodes that the definition does not have
/// @param reordered groups that work through their children one after another, in another order now
/// @param reorderedParallel parallel groups whose children stand in another order, which means
///   nothing
public record StructuralDrift(
    List<ProcessTree.PlacedNode> removed,
    Map<ProcessTree.PlacedNode, ProcessTree.PlacedNode> moved,
    List<ProcessTree.PlacedNode> added,
    List<ProcessTree.PlacedNode> reordered,
    List<ProcessTree.PlacedNode> reorderedParallel) {}
