package dev.procc.live.runplan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.explain.FieldChanges;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.run.EditOrigin;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStep.FieldEdit;
import dev.procc.live.planfile.run.ManualStep.SaveEffect;
import dev.procc.live.planfile.run.ManualStep.StepTarget;
import dev.procc.live.planfile.run.ManualStepKind;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The manual steps of a run: what differs from the definition and no call can change, in the order
/// of the tree. A finished or cancelled task stays as it is and needs no step.
final class ManualSteps {
  private final RunComparison comparison;
  private final RunTree run;
  private final List<ManualStep> steps = new ArrayList<>();
  private final List<String> leftAsIs = new ArrayList<>();

  private ManualSteps(RunComparison comparison) {
    this.comparison = comparison;
    this.run = comparison.run();
  }

  List<ManualStep> steps() {
    return steps;
  }

  /// The differences that stay.
  List<String> leftAsIs() {
    return leftAsIs;
  }

  /// The steps that make a run as its definition says.
  static ManualSteps find(RunComparison comparison) {
    ManualSteps steps = new ManualSteps(comparison);
    steps.addAll();
    List<ManualStep> sorted = StepOrder.sorted(steps.steps);
    steps.steps.clear();
    steps.steps.addAll(sorted);
    return steps;
  }

  private void addAll() {
    addProcessStep();
    for (ProcessTree.PlacedNode place : comparison.definition().nodes()) {
      ProcessTree.PlacedNode there = comparison.runPlace(place.ref());
      if (there != null) {
        addPair(place, there);
      } else if (place.node() instanceof ProcessGroup) {
        addGroupStep(place);
      } else if (!isInRun(place.parent())) {
        addNewTaskStep(place);
      }
    }
    for (ProcessTree.PlacedNode place : run.tree().nodes()) {
      if (place.node() instanceof ProcessJob && comparison.addressOf(place.ref()) == null) {
        addCancel(place);
      }
    }
  }

  private boolean isInRun(ProcessTree.@Nullable PlacedNode group) {
    return group != null && comparison.runPlace(group.ref()) != null;
  }

  private void addProcessStep() {
    String identity = comparison.desired().identity();
    Map<FieldSpec, Json> wanted = comparison.definition().process().fields();
    Map<FieldSpec, Json> written = comparison.desired().process().fields();
    Map<FieldSpec, Json> shown = run.tree().process().fields();
    List<FieldEdit> edits = new ArrayList<>();
    for (FieldSpec field : RunTree.PROCESS_FIELDS) {
      boolean shows = field == Fields.PROCESS_DUE_DATE || run.hasMember(field.name());
      if (written.containsKey(field) && shows) {
        addEdit(
            edits, identity, field, wanted.get(field), shown.get(field), WorkivaScreens::process);
      }
    }
    if (!edits.isEmpty()) {
      add(
          ManualStepKind.EDIT_PROCESS,
          target(identity, run.id(), "", "open", StepDay.ofProcess(wanted, shown)),
          edits,
          SaveEffect.NONE);
    }
    noteProcessOnly(identity, wanted);
  }

  /// Records changes of the process that are not copied to its runs.
  private void noteProcessOnly(String identity, Map<FieldSpec, Json> wanted) {
    List<String> labels = new ArrayList<>();
    for (Map.Entry<FieldSpec, Json> field : wanted.entrySet()) {
      if (comparison.lastApplied().isRecorded()
          && !RunTree.PROCESS_FIELDS.contains(field.getKey())
          && isChanged(identity, field.getKey(), field.getValue())) {
        labels.add(field.getKey().label());
      }
    }
    if (!labels.isEmpty()) {
      leftAsIs.add("the run has no " + String.join(" or ", labels) + " of its own");
    }
  }

  private void addPair(ProcessTree.PlacedNode place, ProcessTree.PlacedNode there) {
    RunTree.RunNode item = run.runNode(there.ref());
    boolean group = place.node() instanceof ProcessGroup;
    List<FieldEdit> edits = fieldEdits(place, there, item.json());
    noteMoved(place, there, item);
    if (edits.isEmpty()) {
      return;
    }
    if (item.isOver()) {
      leftAsIs.add(place.ref() + " is " + item.state() + " already");
    } else if (group) {
      add(
          ManualStepKind.EDIT_GROUP,
          target(
              place.ref(),
              there.ref(),
              "",
              item.state(),
              StepDay.ofGroup(run, place, there, edits)),
          edits,
          SaveEffect.NONE);
    } else {
      addTaskStep(place, there, item, edits);
    }
  }

  private List<FieldEdit> fieldEdits(
      ProcessTree.PlacedNode place, ProcessTree.PlacedNode there, Json.Obj json) {
    boolean group = place.node() instanceof ProcessGroup;
    List<FieldEdit> edits = new ArrayList<>();
    for (FieldSpec field : managedFields(place, there)) {
      if (group && field.role() == FieldRole.PARALLEL && run.isAllSent(there)) {
        noteOrder(place, field, there);
        continue;
      }
      boolean shown = !group || field.required() || json.has(field.name());
      Json after = place.node().get(field);
      if (shown || isChanged(place.ref(), field, after)) {
        addEdit(
            edits,
            place.ref(),
            field,
            after,
            there.node().get(field),
            group ? WorkivaScreens::group : WorkivaScreens::action);
      }
    }
    return edits;
  }

  /// Records that the order of a group differs and changes nothing any more.
  private void noteOrder(
      ProcessTree.PlacedNode place, FieldSpec field, ProcessTree.PlacedNode there) {
    if (!Objects.equals(place.node().get(field), there.node().get(field))) {
      leftAsIs.add(
          "the order in \""
              + NodeMatcher.nodeName(place.node())
              + "\": everything in it has been sent");
    }
  }

  private void addTaskStep(
      ProcessTree.PlacedNode place,
      ProcessTree.PlacedNode there,
      RunTree.RunNode item,
      List<FieldEdit> edits) {
    boolean sent = !item.state().equals("waiting");
    boolean restarts = sent && edits.stream().anyMatch(e -> WorkivaScreens.restartsTask(e.field()));
    boolean certification =
        sent && place.node() instanceof ProcessJob job && job.kind() == ActionKind.CERTIFICATION;
    add(
        ManualStepKind.EDIT_TASK,
        target(
            place.ref(),
            there.ref(),
            item.permalink(),
            item.state(),
            StepDay.ofTask(place, there, edits, isSubmitted(item))),
        edits,
        new SaveEffect(
            restarts,
            sent ? FieldChanges.people(place) : List.of(),
            certification
                ? "a certification that was sent cannot be edited: cancel it and add it"
                : restarts && isSubmitted(item)
                    ? "it was submitted already: what was done is thrown away"
                    : ""));
  }

  /// Whether a task waits for its approval.
  private static boolean isSubmitted(RunTree.RunNode item) {
    String status = item.json().text("actionStatus").orElse("");
    return status.equalsIgnoreCase("approval");
  }

  /// Records a node in another position, which cannot change in a run.
  private void noteMoved(
      ProcessTree.PlacedNode place, ProcessTree.PlacedNode there, RunTree.RunNode item) {
    ProcessTree.PlacedNode parent = place.parent();
    ProcessTree.PlacedNode home = there.parent();
    ProcessTree.PlacedNode wanted = parent == null ? null : comparison.runPlace(parent.ref());
    if (item.isOver() || wanted == null || home == null) {
      return;
    }
    if (wanted != home) {
      leftAsIs.add(
          place.ref()
              + " stays in the group \""
              + NodeMatcher.nodeName(home.node())
              + "\" of the run");
    } else if (!home.group().isParallel()) {
      ProcessTree.PlacedNode before = comparison.previousInRun(place);
      ProcessTree.PlacedNode other = before == null ? null : comparison.runPlace(before.ref());
      if (before != null
          && other != null
          && other.parent() == home
          && other.index() > there.index()) {
        leftAsIs.add(place.ref() + " stays before " + before.ref() + " in the run");
      }
    }
  }

  /// A group that the run does not have; what it holds are steps of their own.
  private void addGroupStep(ProcessTree.PlacedNode group) {
    List<FieldEdit> fields = new ArrayList<>();
    group
        .node()
        .fields()
        .forEach((field, value) -> {
          if (field.role() == FieldRole.DUE_DATE || field.role() == FieldRole.PARALLEL) {
            fields.add(
                new FieldEdit(
                    field.name(),
                    null,
                    value,
                    WorkivaScreens.newGroup(field),
                    EditOrigin.DEFINITION));
          }
        });
    add(
        ManualStepKind.ADD_GROUP,
        target(group.ref(), "", "", "waiting", StepDay.ofNewGroup(comparison, group)),
        fields,
        new SaveEffect(false, List.of(), comparison.placeText(group)));
  }

  /// A task of a group that the run does not have.
  private void addNewTaskStep(ProcessTree.PlacedNode task) {
    FieldEdit edit =
        new FieldEdit(
            "node", null, RunComparison.jobBody(task), WorkivaScreens.ADD, EditOrigin.DEFINITION);
    add(
        ManualStepKind.ADD_TASK,
        target(task.ref(), "", "", "waiting", StepDay.ofTask(task)),
        List.of(edit),
        new SaveEffect(false, List.of(), comparison.placeText(task)));
  }

  /// Adds a step for a task of the run that the definition does not have, or no longer has.
  private void addCancel(ProcessTree.PlacedNode there) {
    RunTree.RunNode item = run.runNode(there.ref());
    String title = NodeMatcher.nodeName(there.node());
    String address = comparison.lastApplied().address(there.ref());
    if (item.isOver()) {
      return;
    }
    if (item.sourceId().isEmpty() && address == null) {
      leftAsIs.add("\"" + title + "\" was added to the run in Workiva: it stays");
      return;
    }
    List<FieldEdit> edits =
        List.of(
            new FieldEdit(
                "node",
                RunComparison.jobBody(there),
                null,
                WorkivaScreens.CANCEL,
                EditOrigin.DEFINITION));
    StepTarget target =
        new StepTarget(
            address == null ? comparison.desired().identity() : address,
            title,
            there.ref(),
            item.permalink().isEmpty() ? null : item.permalink(),
            item.state(),
            StepDay.ofTask(there));
    List<Cause> causes = address == null ? List.of() : comparison.causes().ofNode(address);
    int number = steps.size() + 1;
    SaveEffect effect = SaveEffect.NONE;
    steps.add(
        new ManualStep(number, ManualStepKind.CANCEL_TASK, target, edits, effect, causes, null));
  }

  /// The fields that the definition sets, or set when it was last applied.
  private Set<FieldSpec> managedFields(ProcessTree.PlacedNode place, ProcessTree.PlacedNode there) {
    ProcessTree.PlacedNode written = comparison.written(place.ref());
    Set<FieldSpec> fields = new LinkedHashSet<>(place.node().fields().keySet());
    if (written != null) {
      fields.addAll(written.node().fields().keySet());
    }
    for (FieldSpec field : there.node().fields().keySet()) {
      String sent = comparison.lastApplied().sentHash(place.ref(), field.name());
      if (sent != null && !sent.equals(FieldHash.ABSENT)) {
        fields.add(field);
      }
    }
    fields.remove(Fields.PROCESS_GROUP_READ_ONLY);
    return fields;
  }

  private boolean isChanged(String address, FieldSpec field, @Nullable Json after) {
    String sent = comparison.lastApplied().sentHash(address, field.name());
    return sent == null ? after != null : !sent.equals(FieldHash.of(after));
  }

  private void addEdit(
      List<FieldEdit> edits,
      String address,
      FieldSpec field,
      @Nullable Json after,
      @Nullable Json before,
      Function<FieldSpec, String> screen) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (comparison.waivers().isWaived(address, field.name())) {
      leftAsIs.add(field.label() + " of " + address + " stays as it is in Workiva, by procc keep");
      return;
    }
    boolean isChanged = !comparison.lastApplied().isRecorded() || isChanged(address, field, after);
    boolean asSeen =
        FieldHash.of(before).equals(comparison.lastApplied().seenHash(address, field.name()))
            && !isChanged;
    if (!asSeen) {
      edits.add(
          new FieldEdit(
              field.name(),
              before,
              after,
              screen.apply(field),
              isChanged ? EditOrigin.DEFINITION : EditOrigin.RUN));
    }
  }

  /// @param permalink empty if nothing has been sent yet
  private StepTarget target(
      String address, String id, String permalink, String state, @Nullable String dueBy) {
    ProcessTree.PlacedNode place = comparison.shownPlace(address);
    String title =
        place == null
            ? DefinitionTrees.nameOf(comparison.definition().process())
            : NodeMatcher.nodeName(place.node());
    return new StepTarget(address, title, id, permalink.isEmpty() ? null : permalink, state, dueBy);
  }

  private void add(
      ManualStepKind kind, StepTarget target, List<FieldEdit> edits, SaveEffect effect) {
    List<Cause> causes = new ArrayList<>();
    for (FieldEdit edit : edits) {
      boolean node = edit.field().equals(FieldChange.NODE);
      for (Cause cause :
          node
              ? comparison.causes().ofNode(target.address())
              : comparison.causes().ofField(target.address(), edit.field())) {
        if (edit.changedBy() == EditOrigin.DEFINITION && !causes.contains(cause)) {
          causes.add(cause);
        }
      }
    }
    steps.add(new ManualStep(steps.size() + 1, kind, target, edits, effect, causes, null));
  }
}
