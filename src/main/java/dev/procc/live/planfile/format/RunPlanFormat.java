package dev.procc.live.planfile.format;

import static dev.procc.live.planfile.format.ValueFormat.ANY;
import static dev.procc.live.planfile.format.ValueFormat.NUMBER;
import static dev.procc.live.planfile.format.ValueFormat.TEXT;
import static dev.procc.live.planfile.format.ValueFormat.TEXTS;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.run.EditOrigin;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStepKind;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.planfile.run.TaskStart;
import java.util.List;

/// The format of the part of a plan file that is about a run.
public final class RunPlanFormat {
  private static final ValueFormat<ManualStep.FieldEdit> EDIT =
      RecordMembers.format(m ->
          new ManualStep.FieldEdit(
              m.required("field", TEXT, ManualStep.FieldEdit::field),
              m.nullable("before", ANY, ManualStep.FieldEdit::before),
              m.nullable("after", ANY, ManualStep.FieldEdit::after),
              m.required("screen", TEXT, ManualStep.FieldEdit::screen),
              m.required(
                  "origin",
                  ValueFormat.word("origin", EditOrigin::word, EditOrigin::find),
                  ManualStep.FieldEdit::changedBy)));
  private static final ValueFormat<RunPlan.PersonWorkload> WORKLOAD =
      RecordMembers.format(m ->
          new RunPlan.PersonWorkload(
              m.required("person", TEXT, RunPlan.PersonWorkload::person),
              m.required("tasks", NUMBER, RunPlan.PersonWorkload::tasks),
              m.nullable("date", TEXT, RunPlan.PersonWorkload::busiestDay),
              m.required("onDate", NUMBER, RunPlan.PersonWorkload::dueOnBusiestDay),
              m.optional("first", TEXT, RunPlan.PersonWorkload::firstDay)));
  private static final ValueFormat<TaskAddition> ADDITION =
      RecordMembers.format(RunPlanFormat::addition);
  private static final ValueFormat<ManualStep> STEP = RecordMembers.format(RunPlanFormat::step);
  static final ValueFormat<RunPlan> RUN = RecordMembers.format(RunPlanFormat::run);

  private RunPlanFormat() {}

  /// The plan of a run, as in the plan file.
  public static Json.Obj write(RunPlan run) {
    return RecordMembers.write(run, RunPlanFormat::run);
  }

  private static RunPlan run(RecordMembers<RunPlan> m) throws PlanFileException {
    RunPlan.PlannedRun run =
        new RunPlan.PlannedRun(
            m.required("id", TEXT, RunPlan::id),
            m.required("process", TEXT, r -> r.run().process()),
            m.required("status", TEXT, r -> r.run().status()),
            m.nullable("started", TEXT, r -> r.run().startDate()),
            m.nullable("dueDate", TEXT, r -> r.run().dueDate()),
            m.required("jobs", NUMBER, r -> r.run().jobCount()),
            m.required("done", NUMBER, r -> r.run().doneCount()));
    return new RunPlan(
        run,
        m.orElse("additions", ValueFormat.list(ADDITION), List.of(), RunPlan::additions),
        m.orElse("hands", ValueFormat.list(STEP), List.of(), RunPlan::manualSteps),
        m.orElse("left", TEXTS, List.of(), RunPlan::leftAsIs),
        m.orElse("loads", ValueFormat.list(WORKLOAD), List.of(), RunPlan::workloads),
        m.orElse("selfApproved", TEXTS, List.of(), RunPlan::selfApproved),
        m.orElse("notices", TEXTS, List.of(), RunPlan::notices),
        m.orElse("daysOff", TEXTS, List.of(), RunPlan::daysOff));
  }

  private static TaskAddition addition(RecordMembers<TaskAddition> m) throws PlanFileException {
    TaskAddition.AddedTask task =
        new TaskAddition.AddedTask(
            m.required("address", TEXT, TaskAddition::address),
            m.required("kind", TEXT, a -> a.task().kind()),
            m.required("title", TEXT, TaskAddition::title),
            m.required("job", ANY, TaskAddition::job));
    String group = m.required("group", TEXT, TaskAddition::group);
    Siblings siblings =
        new Siblings(
            m.nullable("follows", TEXT, a -> a.siblings().follows()),
            m.nullable("precedes", TEXT, a -> a.siblings().precedes()));
    TaskStart start =
        m.required(
            "starts",
            ValueFormat.word("start", TaskStart::word, TaskStart::find),
            a -> a.starts().start());
    String waitsFor = m.nullable("waitsFor", TEXT, a -> a.starts().waitsFor());
    String operation = m.required("operation", TEXT, TaskAddition::operationId);
    List<String> mails = m.orElse("mails", TEXTS, List.of(), a -> a.starts().mailRecipients());
    return new TaskAddition(
        task,
        group,
        siblings,
        new TaskAddition.StartCondition(start, waitsFor, mails),
        operation,
        m.orElse("causes", ChangeFormat.CAUSES, List.of(), TaskAddition::causes));
  }

  private static ManualStep step(RecordMembers<ManualStep> m) throws PlanFileException {
    int number = m.required("number", NUMBER, ManualStep::number);
    ManualStepKind kind =
        m.required(
            "kind",
            ValueFormat.word("kind of step", ManualStepKind::word, ManualStepKind::find),
            ManualStep::kind);
    ManualStep.StepTarget target =
        new ManualStep.StepTarget(
            m.required("address", TEXT, ManualStep::address),
            m.required("title", TEXT, ManualStep::title),
            m.required("id", TEXT, s -> s.target().id()),
            m.nullable("permalink", TEXT, s -> s.target().permalink()),
            m.required("state", TEXT, s -> s.target().state()),
            m.optional("by", TEXT, s -> s.target().dueBy()));
    List<ManualStep.FieldEdit> edits =
        m.orElse("edits", ValueFormat.list(EDIT), List.of(), ManualStep::edits);
    ManualStep.SaveEffect effect =
        new ManualStep.SaveEffect(
            m.orElse("restarts", ValueFormat.BOOL, false, s -> s.effect().restartsTask()),
            m.orElse("mails", TEXTS, List.of(), s -> s.effect().mailRecipients()),
            m.required("note", TEXT, s -> s.effect().note()));
    return new ManualStep(
        number,
        kind,
        target,
        edits,
        effect,
        m.orElse("causes", ChangeFormat.CAUSES, List.of(), ManualStep::causes),
        m.optional("after", TEXT, ManualStep::after));
  }
}
