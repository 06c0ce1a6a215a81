package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Bodies;
import dev.procc.live.diff.Matcher;
import dev.procc.live.diff.Matching;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.RunPlan;
import dev.procc.live.wire.Normal;
import dev.procc.live.wire.Wire;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compares a definition with a run of its process: what can be added, what is for hands.
///
/// Jobs are told by the ids they were made from, then as a plan tells nodes of a process. One that
/// was added to the run in Workiva is never taken for one of the definition unless it has its name
/// or its body.
final class RunComparison {
  private final Desired desired;
  private final RunTree run;
  private final Tree raw;
  private final Tree definition;
  private final RunBase base;
  private final Causes causes;
  private final Map<String, String> toRun = new LinkedHashMap<>();
  private final Map<String, String> toDefinition = new HashMap<>();
  private final List<String> ambiguous = new ArrayList<>();

  RunComparison(Desired desired, @Nullable LedgerEntry entry, RunTree run) {
    this.desired = desired;
    this.run = run;
    this.raw = Tree.ofDefinition(desired.process());
    this.definition = Tree.ofDefinition(Normal.of(desired.process()));
    this.causes = new Causes(desired, entry);
    this.base =
        new RunBase(
            LedgerBase.of(desired.identity(), entry, desired.moved()),
            run,
            desired.identity(),
            entry);
    match();
  }

  private void match() {
    Matching found = Matcher.match(definition, run.tree(), base);
    Bodies bodies = new Bodies(definition);
    for (Map.Entry<String, String> pair : found.pairs().entrySet()) {
      Tree.Place ours = definition.get(pair.getKey());
      Tree.Place theirs = run.tree().get(pair.getValue());
      if (ours != null && theirs != null && trusted(ours, theirs, bodies)) {
        toRun.put(ours.ref(), theirs.ref());
        toDefinition.put(theirs.ref(), ours.ref());
      }
    }
    ambiguous.addAll(found.ambiguous());
  }

  private boolean trusted(Tree.Place ours, Tree.Place theirs, Bodies bodies) {
    return ours.parent() == null
        || ours.node() instanceof Group
        || theirs.ref().equals(base.id(ours.ref()))
        || !run.item(theirs.ref()).build().isEmpty()
        || Matcher.name(ours.node()).equals(Matcher.name(theirs.node()))
        || bodies.full(ours.node()) == bodies.full(theirs.node());
  }

  Desired desired() {
    return desired;
  }

  RunTree run() {
    return run;
  }

  RunBase base() {
    return base;
  }

  Causes causes() {
    return causes;
  }

  /// The definition in normal form.
  Tree definition() {
    return definition;
  }

  /// What the definition writes of a node, nulls included.
  Tree.@Nullable Place written(String address) {
    return raw.get(address);
  }

  /// The job run or group run of an address; absent where the run has none.
  Tree.@Nullable Place inRun(String address) {
    String ref = toRun.get(address);
    return ref == null ? null : run.tree().get(ref);
  }

  /// The address of a job run or group run; absent where the definition has none.
  @Nullable String address(String ref) {
    return toDefinition.get(ref);
  }

  /// Addresses that could be one of several job runs: neither added nor told to anybody.
  List<String> ambiguous() {
    return ambiguous;
  }

  /// Everything: additions and steps.
  ///
  /// @param operations whether the plan adds what can be added
  Draft fill(Draft draft, boolean operations) {
    Additions additions = new Additions(this, operations);
    additions.find();
    Hands hands = new Hands(this);
    hands.find();
    List<String> left = new ArrayList<>(hands.left());
    for (String address : ambiguous) {
      left.add(
          "several tasks of the run are alike, so it is not guessed which of them is " + address);
    }
    int jobs = 0;
    int done = 0;
    for (Tree.Place place : run.tree().all()) {
      if (place.node() instanceof Job) {
        jobs++;
        done += run.item(place.ref()).over() ? 1 : 0;
      }
    }
    Workload load = new Workload(this, additions.all(), hands.steps());
    draft.run =
        new RunPlan(
            run.id(),
            run.process(),
            run.status(),
            run.started(),
            run.dueDate(),
            jobs,
            done,
            additions.all(),
            hands.steps(),
            left,
            load.loads(),
            load.selfApproved());
    if (operations) {
      draft.operations = additions.operations();
      draft.changes = additions.changes();
    }
    return draft;
  }

  /// A job as POST jobRuns takes it.
  static Json.Obj job(Tree.Place place) {
    return Wire.child(place.node()).obj("job").orElse(Json.Obj.EMPTY);
  }
}
