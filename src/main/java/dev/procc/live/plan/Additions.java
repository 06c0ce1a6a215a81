package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Matcher;
import dev.procc.live.diff.Tree;
import dev.procc.live.planfile.Addition;
import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.Precondition;
import dev.procc.live.planfile.Reason;
import dev.procc.live.wire.Wire;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tasks that a run lacks and a call can add: each where the definition has it, tasks that
/// stand together in one call.
final class Additions {
  private static final String MANUAL = "manual";
  private final RunComparison comparison;
  private final RunTree run;
  private final boolean sends;
  private final List<Addition> found = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private final List<FieldChange> changes = new ArrayList<>();

  /// @param sends whether the plan adds them, or only tells of them
  Additions(RunComparison comparison, boolean sends) {
    this.comparison = comparison;
    this.run = comparison.run();
    this.sends = sends;
  }

  List<Addition> all() {
    return found;
  }

  List<Operation> operations() {
    return operations;
  }

  List<FieldChange> changes() {
    return Causes.ranked(changes);
  }

  void find() {
    for (Tree.Place place : comparison.definition().all()) {
      Tree.Place there = comparison.inRun(place.ref());
      if (place.node() instanceof Group && there != null) {
        group(place, there);
      }
    }
  }

  private void group(Tree.Place group, Tree.Place there) {
    List<Tree.Place> together = new ArrayList<>();
    Tree.Place before = null;
    for (Tree.Place child : comparison.definition().children(group)) {
      Tree.Place other = comparison.inRun(child.ref());
      boolean here = other != null && other.parent() == there;
      if (here) {
        together(group, there, together, before, other);
        before = other;
      } else if (other == null
          && child.node() instanceof Job
          && !comparison.ambiguous().contains(child.ref())) {
        together.add(child);
      }
    }
    together(group, there, together, before, null);
  }

  /// One call: tasks that go between the same two siblings.
  private void together(
      Tree.Place group,
      Tree.Place there,
      List<Tree.Place> jobs,
      Tree.@Nullable Place before,
      Tree.@Nullable Place after) {
    if (jobs.isEmpty()) {
      return;
    }
    String operation = sends ? "add-" + (operations.size() + 1) : "";
    Start start = new Start(there, before, after);
    List<Json> bodies = new ArrayList<>();
    Tree.Place last = null;
    for (Tree.Place job : jobs) {
      Json.Obj body = RunComparison.job(job);
      bodies.add(body);
      add(group, job, body, start, last, operation);
      last = job;
    }
    if (sends) {
      operations.add(operation(operation, there, before, after, Json.array(bodies), start));
    }
    jobs.clear();
  }

  private Operation operation(
      String id,
      Tree.Place there,
      Tree.@Nullable Place before,
      Tree.@Nullable Place after,
      Json body,
      Start start) {
    StringBuilder path = new StringBuilder("/processRuns/").append(encoded(run.id()));
    path.append("/jobRuns?parentGroupId=").append(encoded(there.ref()));
    Tree.Place sibling = after != null ? after : before;
    if (sibling != null) {
      path.append("&relativeSiblingId=").append(encoded(sibling.ref()));
      path.append("&before=").append(after != null);
    }
    List<Precondition> first = new ArrayList<>();
    first.add(Precondition.of("run", run.id()));
    first.add(new Precondition("siblings", there.ref(), run.children(there.ref())));
    if (!start.waiting().isEmpty()) {
      first.add(new Precondition("waiting", there.ref(), start.waiting()));
    }
    return new Operation(id, "POST", path.toString(), "application/json", body, first);
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private void add(
      Tree.Place group,
      Tree.Place job,
      Json.Obj body,
      Start start,
      Tree.@Nullable Place last,
      String operation) {
    List<String> people = Changes.people(job);
    String starts = start.of(job, last);
    String waitsFor =
        !starts.equals(Addition.LATER)
            ? null
            : last != null && !group.group().parallel() ? last.ref() : start.waitsFor();
    List<Cause> causes = comparison.causes().ofNode(job.ref());
    String kind = ((Job) job.node()).kind().name();
    String title = Matcher.name(job.node());
    found.add(
        new Addition(
            job.ref(),
            kind,
            title,
            body,
            group.ref(),
            sibling(group, job, -1),
            sibling(group, job, 1),
            starts,
            waitsFor,
            operation,
            assignee(job),
            causes));
    changes.add(
        new FieldChange(
            job.ref(),
            FieldChange.NODE,
            null,
            Wire.child(job.node()),
            Reason.ADDED_TO_RUN,
            "you",
            causes,
            kind,
            title,
            null,
            null,
            false,
            sibling(group, job, -1),
            sibling(group, job, 1),
            people));
  }

  /// The sibling as the run will have it: one that a call cannot add is none.
  private @Nullable String sibling(Tree.Place group, Tree.Place job, int step) {
    List<Tree.Place> siblings = comparison.definition().children(group);
    for (int at = job.index() + step; at >= 0 && at < siblings.size(); at += step) {
      Tree.Place one = siblings.get(at);
      if (one.node() instanceof Job || comparison.inRun(one.ref()) != null) {
        return one.ref();
      }
    }
    return null;
  }

  private static List<String> assignee(Tree.Place job) {
    for (var entry : job.node().fields().entrySet()) {
      if (entry.getKey().name().equals("assignee") && entry.getValue() instanceof Json.Obj person) {
        return person.text("id").map(List::of).orElse(List.of());
      }
    }
    return List.of();
  }

  /// When what is added at a place starts.
  private final class Start {
    private final Tree.Place group;
    private final List<String> waiting = new ArrayList<>();
    private boolean passed;
    private @Nullable String unfinished;

    Start(Tree.Place group, Tree.@Nullable Place before, Tree.@Nullable Place after) {
      this.group = group;
      if (group.group().parallel()) {
        return;
      }
      int at = after != null ? after.index() : before != null ? before.index() + 1 : 0;
      if (before == null && after == null) {
        at = run.children(group.ref()).size();
      }
      for (Tree.Place child : run.tree().children(group)) {
        RunTree.Item item = run.item(child.ref());
        if (child.index() < at && !item.over()) {
          unfinished = name(child);
        } else if (child.index() >= at && item.state().equals("waiting")) {
          waiting.add(child.ref());
        } else if (child.index() >= at) {
          passed = true;
        }
      }
    }

    private String name(Tree.Place place) {
      String address = comparison.address(place.ref());
      return address == null ? Matcher.name(place.node()) : address;
    }

    /// Siblings after it that were not begun.
    List<String> waiting() {
      return waiting;
    }

    @Nullable String waitsFor() {
      return unfinished != null ? unfinished : comparison.address(group.ref());
    }

    String of(Tree.Place job, Tree.@Nullable Place last) {
      if (job.node().get(Fields.PROCESS_JOB_TRIGGER_TYPE) instanceof Json.Str s
          && s.value().equals(MANUAL)) {
        return Addition.MANUAL;
      }
      RunTree.Item item = run.item(group.ref());
      if (item.over()) {
        return Addition.PASSED;
      }
      boolean inTurn = !group.group().parallel() && (unfinished != null || last != null);
      if (item.state().equals("waiting") || inTurn) {
        return Addition.LATER;
      }
      return passed ? Addition.PASSED : Addition.AT_ONCE;
    }
  }
}
