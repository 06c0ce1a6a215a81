package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.Counterfactual;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.NodeUpdate;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The JSON of a plan.
final class PlanJsonWriter {
  private PlanJsonWriter() {}

  static Json.Obj plan(Plan plan) {
    PlanSummary s = plan.summary();
    return Json.object()
        .put("formatVersion", PlanFile.VERSION)
        .put("tool", tool(plan.tool()))
        .put("target", plan.target())
        .put("apiUrl", plan.apiUrl())
        .put("apiVersion", plan.apiVersion())
        .put("createdAt", plan.createdAt())
        .put("asOf", plan.asOf())
        .put("planHash", plan.planHash())
        .put(
            "summary",
            Json.object()
                .put("noop", s.noop())
                .put("create", s.create())
                .put("patch", s.patch())
                .put("rename", s.rename())
                .put("replace", s.replace())
                .put("trash", s.trash())
                .put("amend", s.amend())
                .put("refused", s.refused())
                .build())
        .put("processes", list(plan.processes(), PlanJsonWriter::process))
        .put("notManaged", list(plan.unmanaged(), PlanJsonWriter::unmanaged))
        .putNullable("validUntil", plan.validUntil())
        .put("refusals", list(plan.refusals(), PlanJsonWriter::refusal))
        .put("checked", Json.texts(plan.checked()))
        .put("standingWarnings", plan.lintWarningCount())
        .put("warnings", list(plan.lintWarnings(), PlanJsonWriter::lintWarning))
        .put("people", texts(plan.people()))
        .put("documents", texts(plan.documents()))
        .build();
  }

  private static Json.Obj tool(ToolVersion tool) {
    return Json.object().put("name", tool.name()).put("version", tool.version()).build();
  }

  private static Json.Obj process(ProcessPlan p) {
    return Json.object()
        .put("key", p.key())
        .putNullable("period", p.period())
        .putNullable("id", p.id())
        .put("name", p.name())
        .put("hash", p.hash())
        .put("runs", p.runState().word())
        .put("actions", Json.texts(p.actions().stream().map(PlanAction::word).toList()))
        .put("live", live(p.live()))
        .put("changes", list(p.changes(), PlanJsonWriter::change))
        .put("replacePaths", list(p.replacementCauses(), PlanJsonWriter::replacementCause))
        .put(
            "counterfactual",
            p.counterfactual() == null ? Json.NULL : counterfactual(p.counterfactual()))
        .put("operations", list(p.operations(), PlanJsonWriter::operation))
        .put("predictedShifts", list(p.predictedShifts(), PlanJsonWriter::shift))
        .put("losses", Json.texts(p.losses()))
        .put("carried", Json.texts(p.carriedOver()))
        .put("refusals", list(p.refusals(), PlanJsonWriter::refusal))
        .put("warnings", Json.texts(p.warnings()))
        .put("assumes", Json.texts(p.assumptions()))
        .put("nodeCount", p.nodeCount())
        .put("dateCount", p.dateCount())
        .put("dates", list(p.dates(), PlanJsonWriter::date))
        .put("note", ledgerUpdate(p.ledgerUpdate()))
        .putNullable("validUntil", p.validUntil())
        .put(
            "loads",
            p.workloadChanges().isEmpty()
                ? null
                : list(p.workloadChanges(), PlanJsonWriter::workloadChange))
        .put("run", p.run() == null ? Json.NULL : RunPlanJson.write(p.run()))
        .build();
  }

  private static Json.Obj live(LiveState live) {
    return Json.object()
        .put("revision", live.revision() == null ? Json.NULL : Json.of(live.revision()))
        .putNullable("contentHash", live.contentHash())
        .putNullable("modifiedBy", live.modifiedBy())
        .putNullable("modifiedAt", live.modifiedAt())
        .put("recorded", live.inLedger())
        .put("read", live.wasRead())
        .put("lookAlikes", Json.texts(live.duplicateCandidates()))
        .build();
  }

  private static Json.Obj change(FieldChange c) {
    Json.Builder json =
        Json.object()
            .put("address", c.address())
            .put("field", c.field())
            .put("before", orNull(c.before()))
            .put("after", orNull(c.after()))
            .put("reason", c.reason().word())
            .put("origin", c.changedBy().word())
            .put("causes", list(c.causes(), PlanJsonWriter::cause))
            .put("kind", c.kind())
            .put("title", c.title())
            .put("rule", c.dateExpression());
    if (c.businessDays() != null) {
      json.put("businessDays", c.businessDays());
    }
    if (c.overwritesDrift()) {
      json.put("overwrites", true);
    }
    return json.put("follows", c.follows())
        .put("precedes", c.precedes())
        .put("people", c.people().isEmpty() ? null : Json.texts(c.people()))
        .build();
  }

  static Json.Obj cause(Cause cause) {
    return Json.object()
        .put("file", cause.file())
        .put("line", cause.line())
        .put("text", cause.text())
        .build();
  }

  private static Json.Obj replacementCause(ReplacementCause path) {
    return Json.object()
        .put("address", path.address())
        .put("field", path.field())
        .put("reason", path.reason().word())
        .build();
  }

  private static Json.Obj counterfactual(Counterfactual c) {
    return Json.object()
        .put("revert", Json.texts(c.revert()))
        .put(
            "wouldBe",
            Json.object()
                .put("patchOperations", c.patchOperations())
                .put("renames", c.renames())
                .put("shifts", c.shifts())
                .build())
        .build();
  }

  static Json.Obj operation(PlanOperation o) {
    return Json.object()
        .put("id", o.id())
        .put("method", o.call().method())
        .put("path", o.call().path())
        .putNullable("contentType", o.call().contentType())
        .put("body", orNull(o.body()))
        .put("preconditions", list(o.preconditions(), PlanJsonWriter::precondition))
        .build();
  }

  private static Json.Obj precondition(Precondition p) {
    List<String> ids = p.idsOrNull();
    return Json.object()
        .put("is", p.word())
        .put("value", p.value())
        .put("ids", ids == null ? null : Json.texts(ids))
        .build();
  }

  private static Json.Obj shift(PredictedShift s) {
    return Json.object()
        .put("address", s.address())
        .put("field", s.field())
        .put("before", s.before())
        .put("after", s.after())
        .build();
  }

  private static Json.Obj lintWarning(LintWarning w) {
    return Json.object()
        .put("code", w.code())
        .put("name", w.name())
        .put("file", w.file())
        .put("line", w.line())
        .put("message", w.message())
        .build();
  }

  private static Json.Obj workloadChange(WorkloadChange load) {
    return Json.object()
        .put("person", load.person())
        .put("tasksBefore", load.tasksBefore())
        .put("tasks", load.tasks())
        .put("approvalsBefore", load.approvalsBefore())
        .put("approvals", load.approvals())
        .build();
  }

  private static Json.Obj refusal(PlanRefusal r) {
    return Json.object()
        .put("rule", r.rule())
        .put("message", r.message())
        .putNullable("flag", r.flag())
        .putNullable("way", r.remedy())
        .build();
  }

  private static Json.Obj unmanaged(UnmanagedProcess n) {
    return Json.object().put("id", n.id()).put("name", n.name()).build();
  }

  private static Json.Obj date(DefinitionDate d) {
    return Json.object()
        .put("address", d.address())
        .put("field", d.field())
        .put("date", d.date())
        .put("derivation", d.derivationSteps())
        .build();
  }

  private static Json ledgerUpdate(@Nullable LedgerUpdate note) {
    if (note == null) {
      return Json.NULL;
    }
    return Json.object()
        .put("sourceHash", note.sourceHash())
        .put("protect", note.protect())
        .put("onRemoval", note.onRemoval().text())
        .put("sources", texts(note.sourceLines()))
        .put("expected", note.predictedHash())
        .put("nodes", list(note.nodes(), PlanJsonWriter::nodeUpdate))
        .build();
  }

  private static Json.Obj nodeUpdate(NodeUpdate row) {
    return Json.object()
        .put("path", row.path())
        .putNullable("id", row.id())
        .put("sent", texts(row.sent()))
        .put("seen", row.seen().isEmpty() ? null : texts(row.seen()))
        .build();
  }

  private static Json orNull(@Nullable Json value) {
    return value == null ? Json.NULL : value;
  }

  private static Json.Obj texts(Map<String, String> texts) {
    Json.Builder json = Json.object();
    texts.forEach(json::put);
    return json.build();
  }

  private static <T> Json.Arr list(List<T> items, Function<T, ? extends Json> json) {
    return Json.array(items.stream().map(json).toList());
  }
}
