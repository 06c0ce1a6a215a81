package dev.procc.live.runplan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.BodyNumbering;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.NodeMatching;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.DriftWaivers;
import dev.procc.live.plan.compare.LedgerLastApplied;
import dev.procc.live.plan.explain.ChangeCauses;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.ProjectDay;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.process.ProcessGroup;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The comparison of a definition with a run of its process: which job run belongs to which task.
///
/// Jobs are matched by the ids from which they were made, then as a plan matches the nodes of a
/// process. A job that was added to the run in Workiva only matches one of the definition with its
/// name or body.
public final class RunComparison {
  private final DesiredProcess desired;
  private final RunTree run;
  private final ZoneId zone;
  private final ProcessTree writtenTree;
  private final ProcessTree definition;
  private final RunLastApplied lastApplied;
  private final ChangeCauses causes;
  private final DriftWaivers waivers;
  private final Map<String, String> toRun = new LinkedHashMap<>();
  private final Map<String, String> toDefinition = new HashMap<>();
  private final List<String> ambiguous = new ArrayList<>();

  /// @param day on which waivers have to be valid
  public RunComparison(
      DesiredProcess desired, @Nullable LedgerEntry entry, RunTree run, ProjectDay day) {
    this.desired = desired;
    this.run = run;
    this.zone = day.zone();
    DefinitionTrees trees = DefinitionTrees.of(desired);
    this.writtenTree = trees.written();
    this.definition = trees.normal();
    this.causes = new ChangeCauses(desired, entry);
    this.lastApplied =
        new RunLastApplied(LedgerLastApplied.of(trees, entry), run, desired.identity(), entry);
    this.waivers =
        new DriftWaivers(
            desired.identity(), entry, LedgerLastApplied.of(trees, entry), day.today());
    matchNodes();
  }

  private void matchNodes() {
    NodeMatching found = NodeMatcher.match(definition, run.tree(), lastApplied);
    BodyNumbering bodies = new BodyNumbering(definition);
    for (Map.Entry<String, String> pair : found.pairs().entrySet()) {
      ProcessTree.PlacedNode ours = definition.get(pair.getKey());
      ProcessTree.PlacedNode theirs = run.tree().get(pair.getValue());
      if (ours != null && theirs != null && isTrusted(ours, theirs, bodies)) {
        toRun.put(ours.ref(), theirs.ref());
        toDefinition.put(theirs.ref(), ours.ref());
      }
    }
    ambiguous.addAll(found.ambiguous());
  }

  private boolean isTrusted(
      ProcessTree.PlacedNode ours, ProcessTree.PlacedNode theirs, BodyNumbering bodies) {
    return ours.parent() == null
        || ours.node() instanceof ProcessGroup
        || theirs.ref().equals(lastApplied.id(ours.ref()))
        || !run.runNode(theirs.ref()).sourceId().isEmpty()
        || NodeMatcher.nodeName(ours.node()).equals(NodeMatcher.nodeName(theirs.node()))
        || bodies.withNames(ours.node()) == bodies.withNames(theirs.node());
  }

  DesiredProcess desired() {
    return desired;
  }

  RunTree run() {
    return run;
  }

  /// The time zone in which its start becomes a day.
  ZoneId zone() {
    return zone;
  }

  RunLastApplied lastApplied() {
    return lastApplied;
  }

  ChangeCauses causes() {
    return causes;
  }

  /// The waivers of drift.
  DriftWaivers waivers() {
    return waivers;
  }

  /// The definition in normal form.
  ProcessTree definition() {
    return definition;
  }

  /// The fields that the definition writes for a node, nulls included.
  ProcessTree.@Nullable PlacedNode written(String address) {
    return writtenTree.get(address);
  }

  /// The job run or group run of an address; null if the run has none.
  ProcessTree.@Nullable PlacedNode runPlace(String address) {
    String ref = toRun.get(address);
    return ref == null ? null : run.tree().get(ref);
  }

  /// The address of a job run or group run; null if the definition has none.
  @Nullable String addressOf(String ref) {
    return toDefinition.get(ref);
  }

  /// The addresses that could be one of several job runs, which are neither added nor reported as
  /// steps.
  List<String> ambiguous() {
    return ambiguous;
  }

  /// The position of a node in the definition, `in the group "Entity close", after "EMEA"`; empty
  /// for the root group.
  String placeText(ProcessTree.PlacedNode node) {
    ProcessTree.PlacedNode parent = node.parent();
    if (parent == null) {
      return "";
    }
    String group =
        parent.parent() == null
            ? ""
            : "in the group \"" + NodeMatcher.nodeName(parent.node()) + "\"";
    List<ProcessTree.PlacedNode> siblings = definition.children(parent);
    boolean hasPlace = node.node() instanceof ProcessGroup || !parent.group().isParallel();
    if (!hasPlace || siblings.size() < 2) {
      return group;
    }
    if (node.index() == 0 && !group.isEmpty() && runPlace(parent.ref()) == null) {
      return group + ", first";
    }
    ProcessTree.PlacedNode other = siblings.get(node.index() == 0 ? 1 : node.index() - 1);
    return group
        + (group.isEmpty() ? "" : ", ")
        + (node.index() == 0 ? "before \"" : "after \"")
        + NodeMatcher.nodeName(other.node())
        + "\"";
  }

  /// The body of a job for POST jobRuns.
  static Json.Obj jobBody(ProcessTree.PlacedNode place) {
    return ProcessJson.childBody(place.node()).obj("job").orElse(Json.Obj.EMPTY);
  }

  /// The sibling before a node of the definition that the run has; null if there is none.
  ProcessTree.@Nullable PlacedNode previousInRun(ProcessTree.PlacedNode place) {
    ProcessTree.PlacedNode parent = place.parent();
    ProcessTree.PlacedNode last = null;
    if (parent != null) {
      for (ProcessTree.PlacedNode sibling : definition.children(parent)) {
        if (sibling == place) {
          return last;
        }
        last = runPlace(sibling.ref()) == null ? last : sibling;
      }
    }
    return null;
  }

  /// A node as people see it: in the run, or in the definition if the run does not have it; null if
  /// neither has it.
  ProcessTree.@Nullable PlacedNode shownPlace(String address) {
    ProcessTree.PlacedNode there = runPlace(address);
    return there == null ? definition.get(address) : there;
  }
}
