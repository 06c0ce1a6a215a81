package dev.procc.live.runplan;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.EditOrigin;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStepKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The edits in the process builder that make a replacement unnecessary, as manual steps: procc
/// finds them in Workiva and has nothing left to do there.
public final class EditsBeforeStart {
  /// The most fields that somebody is asked to edit.
  private static final int MAX_EDITS = 20;

  private final ProcessPlan process;
  private final Map<String, FieldChange> changes = new HashMap<>();

  private EditsBeforeStart(ProcessPlan process) {
    this.process = process;
    process
        .changes()
        .forEach(change -> changes.put(change.address() + ":" + change.field(), change));
  }

  /// The steps, one for each node; none if the process has a run, edits are not enough, or there
  /// are too many.
  public static List<ManualStep> of(ProcessPlan process) {
    return process.runState() == RunState.NONE ? new EditsBeforeStart(process).steps() : List.of();
  }

  private List<ManualStep> steps() {
    List<ReplacementCause> causes = process.explanation().replacement().causes();
    Map<String, List<FieldChange>> byNode = new LinkedHashMap<>();
    for (ReplacementCause cause : causes) {
      FieldChange change = changes.get(cause.address() + ":" + cause.field());
      if (cause.reason() != ChangeReason.NOT_PATCHABLE
          || change == null
          || Objects.equals(change.before(), change.after())) {
        return List.of();
      }
      byNode.computeIfAbsent(cause.address(), address -> new ArrayList<>()).add(change);
    }
    List<ManualStep> steps = new ArrayList<>();
    if (causes.size() <= MAX_EDITS) {
      byNode.forEach((address, edits) -> steps.add(step(steps.size() + 1, address, edits)));
    }
    return steps;
  }

  private ManualStep step(int number, String address, List<FieldChange> edits) {
    String kind = edits.getFirst().kind();
    List<ManualStep.FieldEdit> fields = new ArrayList<>();
    for (FieldChange edit : edits) {
      FieldSpec field = Catalog.find(kind, edit.field());
      fields.add(
          new ManualStep.FieldEdit(
              edit.field(),
              edit.before(),
              edit.after(),
              WorkivaScreens.beforeStart(kind, field == null ? edit.field() : field.screenLabel()),
              EditOrigin.DEFINITION));
    }
    ManualStepKind stepKind =
        switch (kind) {
          case "process" -> ManualStepKind.EDIT_PROCESS;
          case "group" -> ManualStepKind.EDIT_GROUP;
          default -> ManualStepKind.EDIT_TASK;
        };
    return new ManualStep(
        number,
        stepKind,
        new ManualStep.StepTarget(address, titleInWorkiva(edits.getFirst()), "", null, "", null),
        fields,
        ManualStep.SaveEffect.NONE,
        edits.stream().flatMap(edit -> edit.causes().stream()).distinct().toList(),
        null);
  }

  /// The title that the node still has, if the plan gives it another.
  private String titleInWorkiva(FieldChange edit) {
    for (FieldRole role : List.of(FieldRole.TITLE, FieldRole.NAME)) {
      FieldChange renamed = changes.get(edit.address() + ":" + role.fieldName());
      if (renamed != null && renamed.before() instanceof Json.Str title) {
        return title.value();
      }
    }
    return edit.kind().equals("process") ? process.name() : edit.title();
  }
}
