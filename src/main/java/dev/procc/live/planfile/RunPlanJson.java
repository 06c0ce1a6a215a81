package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.run.EditOrigin;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStepKind;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.live.planfile.run.TaskStart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of a plan file that is about a run.
public final class RunPlanJson {
  private RunPlanJson() {}

  /// As it stands in the plan file.
  public static Json.Obj write(RunPlan run) {
    return Json.object()
        .put("id", run.id())
        .put("process", run.process())
        .put("status", run.status())
        .putNullable("started", run.startDate())
        .putNullable("dueDate", run.dueDate())
        .put("jobs", run.jobCount())
        .put("done", run.doneCount())
        .put("additions", Json.array(run.additions().stream().map(RunPlanJson::addition).toList()))
        .put("hands", Json.array(run.manualSteps().stream().map(RunPlanJson::step).toList()))
        .put("left", Json.texts(run.leftAsIs()))
        .put("loads", Json.array(run.workloads().stream().map(RunPlanJson::load).toList()))
        .put("selfApproved", Json.texts(run.selfApproved()))
        .build();
  }

  private static Json.Obj addition(TaskAddition one) {
    return Json.object()
        .put("address", one.address())
        .put("kind", one.kind())
        .put("title", one.title())
        .put("job", one.job())
        .put("group", one.group())
        .putNullable("follows", one.follows())
        .putNullable("precedes", one.precedes())
        .put("starts", one.start().word())
        .putNullable("waitsFor", one.waitsFor())
        .put("operation", one.operationId())
        .put("mails", Json.texts(one.mailRecipients()))
        .put("causes", Json.array(one.causes().stream().map(PlanJsonWriter::cause).toList()))
        .build();
  }

  private static Json.Obj step(ManualStep step) {
    return Json.object()
        .put("number", step.number())
        .put("kind", step.kind().word())
        .put("address", step.address())
        .put("title", step.title())
        .put("id", step.id())
        .putNullable("permalink", step.permalink())
        .put("state", step.state())
        .put("edits", Json.array(step.edits().stream().map(RunPlanJson::edit).toList()))
        .put("restarts", step.restartsTask())
        .put("mails", Json.texts(step.mailRecipients()))
        .put("note", step.note())
        .put("causes", Json.array(step.causes().stream().map(PlanJsonWriter::cause).toList()))
        .build();
  }

  private static Json.Obj edit(ManualStep.FieldEdit edit) {
    return Json.object()
        .put("field", edit.field())
        .put("before", orNull(edit.before()))
        .put("after", orNull(edit.after()))
        .put("screen", edit.screen())
        .put("origin", edit.changedBy().word())
        .build();
  }

  private static Json.Obj load(RunPlan.PersonWorkload load) {
    return Json.object()
        .put("person", load.person())
        .put("tasks", load.tasks())
        .putNullable("date", load.busiestDay())
        .put("onDate", load.dueOnBusiestDay())
        .build();
  }

  private static Json orNull(@Nullable Json value) {
    return value == null ? Json.NULL : value;
  }

  static @Nullable RunPlan read(@Nullable StrictObjectReader m) throws PlanFileException {
    if (m == null) {
      return null;
    }
    RunPlan run =
        new RunPlan(
            m.text("id"),
            m.text("process"),
            m.text("status"),
            m.textOrNull("started"),
            m.textOrNull("dueDate"),
            m.number("jobs"),
            m.number("done"),
            m.list("additions", RunPlanJson::addition),
            m.list("hands", RunPlanJson::step),
            m.strings("left"),
            m.list(
                "loads",
                l ->
                    new RunPlan.PersonWorkload(
                        l.text("person"),
                        l.number("tasks"),
                        l.textOrNull("date"),
                        l.number("onDate"))),
            m.strings("selfApproved"));
    m.rejectUnknown();
    return run;
  }

  private static TaskAddition addition(StrictObjectReader m) throws PlanFileException {
    return new TaskAddition(
        m.text("address"),
        m.text("kind"),
        m.text("title"),
        json(m.valueOrNull("job")),
        m.text("group"),
        m.textOrNull("follows"),
        m.textOrNull("precedes"),
        m.word("starts", "start", TaskStart::find),
        m.textOrNull("waitsFor"),
        m.text("operation"),
        m.strings("mails"),
        causes(m));
  }

  private static ManualStep step(StrictObjectReader m) throws PlanFileException {
    return new ManualStep(
        m.number("number"),
        m.word("kind", "kind of step", ManualStepKind::find),
        m.text("address"),
        m.text("title"),
        m.text("id"),
        m.textOrNull("permalink"),
        m.text("state"),
        m.list(
            "edits",
            e ->
                new ManualStep.FieldEdit(
                    e.text("field"),
                    e.valueOrNull("before"),
                    e.valueOrNull("after"),
                    e.text("screen"),
                    e.word("origin", "origin", EditOrigin::find))),
        m.bool("restarts"),
        m.strings("mails"),
        m.text("note"),
        causes(m));
  }

  private static List<Cause> causes(StrictObjectReader m) throws PlanFileException {
    return m.list("causes", PlanFile::cause);
  }

  private static Json json(@Nullable Json value) {
    return value == null ? Json.NULL : value;
  }
}
