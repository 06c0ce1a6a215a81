package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of a plan file that is about a run.
public final class RunJson {
  private RunJson() {}

  /// As it stands in the plan file.
  public static Json.Obj write(RunPlan run) {
    return Json.object()
        .put("id", run.id())
        .put("process", run.process())
        .put("status", run.status())
        .putNullable("started", run.started())
        .putNullable("dueDate", run.dueDate())
        .put("jobs", run.jobs())
        .put("done", run.done())
        .put("additions", Json.array(run.additions().stream().map(RunJson::addition).toList()))
        .put("hands", Json.array(run.hands().stream().map(RunJson::step).toList()))
        .put("left", Json.texts(run.left()))
        .put("loads", Json.array(run.loads().stream().map(RunJson::load).toList()))
        .put("selfApproved", Json.texts(run.selfApproved()))
        .build();
  }

  private static Json.Obj addition(Addition one) {
    return Json.object()
        .put("address", one.address())
        .put("kind", one.kind())
        .put("title", one.title())
        .put("job", one.job())
        .put("group", one.group())
        .putNullable("follows", one.follows())
        .putNullable("precedes", one.precedes())
        .put("starts", one.starts())
        .putNullable("waitsFor", one.waitsFor())
        .put("operation", one.operation())
        .put("mails", Json.texts(one.mails()))
        .put("causes", Json.array(one.causes().stream().map(PlanJson::cause).toList()))
        .build();
  }

  private static Json.Obj step(HandStep step) {
    return Json.object()
        .put("number", step.number())
        .put("kind", step.kind())
        .put("address", step.address())
        .put("title", step.title())
        .put("id", step.id())
        .putNullable("permalink", step.permalink())
        .put("state", step.state())
        .put("edits", Json.array(step.edits().stream().map(RunJson::edit).toList()))
        .put("restarts", step.restarts())
        .put("mails", Json.texts(step.mails()))
        .put("note", step.note())
        .put("causes", Json.array(step.causes().stream().map(PlanJson::cause).toList()))
        .build();
  }

  private static Json.Obj edit(HandStep.Edit edit) {
    return Json.object()
        .put("field", edit.field())
        .put("before", orNull(edit.before()))
        .put("after", orNull(edit.after()))
        .put("screen", edit.screen())
        .put("origin", edit.origin())
        .build();
  }

  private static Json.Obj load(RunPlan.Load load) {
    return Json.object()
        .put("person", load.person())
        .put("tasks", load.tasks())
        .putNullable("date", load.date())
        .put("onDate", load.onDate())
        .build();
  }

  private static Json orNull(@Nullable Json value) {
    return value == null ? Json.NULL : value;
  }

  static @Nullable RunPlan read(@Nullable Members m) throws PlanException {
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
            m.list("additions", RunJson::addition),
            m.list("hands", RunJson::step),
            m.texts("left"),
            m.list(
                "loads",
                l ->
                    new RunPlan.Load(
                        l.text("person"),
                        l.number("tasks"),
                        l.textOrNull("date"),
                        l.number("onDate"))),
            m.texts("selfApproved"));
    m.end();
    return run;
  }

  private static Addition addition(Members m) throws PlanException {
    return new Addition(
        m.text("address"),
        m.text("kind"),
        m.text("title"),
        json(m.any("job")),
        m.text("group"),
        m.textOrNull("follows"),
        m.textOrNull("precedes"),
        m.text("starts"),
        m.textOrNull("waitsFor"),
        m.text("operation"),
        m.texts("mails"),
        causes(m));
  }

  private static HandStep step(Members m) throws PlanException {
    return new HandStep(
        m.number("number"),
        m.text("kind"),
        m.text("address"),
        m.text("title"),
        m.text("id"),
        m.textOrNull("permalink"),
        m.text("state"),
        m.list(
            "edits",
            e ->
                new HandStep.Edit(
                    e.text("field"),
                    e.any("before"),
                    e.any("after"),
                    e.text("screen"),
                    e.text("origin"))),
        m.flag("restarts"),
        m.texts("mails"),
        m.text("note"),
        causes(m));
  }

  private static List<Cause> causes(Members m) throws PlanException {
    return m.list("causes", PlanFile::cause);
  }

  private static Json json(@Nullable Json value) {
    return value == null ? Json.NULL : value;
  }
}
