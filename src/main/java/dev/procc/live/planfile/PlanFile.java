package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.Counterfactual;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.change.WorkloadChange;
import dev.procc.live.planfile.operation.HttpCall;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.planfile.operation.NodeUpdate;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import dev.procc.live.planfile.operation.RunState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plan file: JSON, published as `schemas/plan.schema.json`. It holds no secrets.
///
/// It is read strictly: an unknown member, another `formatVersion` or a hash that does not fit its
/// content is refused, because what was approved is what must happen.
public final class PlanFile {
  /// The version this program writes.
  public static final String VERSION = "1.1";

  /// The versions it reads: a minor one adds members, so an older plan lacks them.
  private static final List<String> READABLE_VERSIONS = List.of("1.0", VERSION);

  private PlanFile() {}

  public static Json.Obj toJson(Plan plan) {
    return PlanJsonWriter.plan(plan);
  }

  /// The text of the file.
  public static String write(Plan plan) {
    return toJson(plan).pretty();
  }

  /// @param file what to call the text in a message
  public static Plan read(String file, String text) throws PlanFileException {
    try {
      return fromJson(JsonReader.read(text));
    } catch (JsonException e) {
      throw new PlanFileException(
          file + ":" + e.line() + ":" + e.column() + ": not JSON: " + e.getMessage(), e);
    } catch (PlanFileException e) {
      throw new PlanFileException(file + ": " + e.getMessage(), e);
    }
  }

  /// A plan from its JSON.
  public static Plan fromJson(Json json) throws PlanFileException {
    StrictObjectReader m = new StrictObjectReader(json, "");
    String version = m.text("formatVersion");
    if (!READABLE_VERSIONS.contains(version)) {
      throw new PlanFileException(
          "formatVersion: \""
              + version
              + "\" is not "
              + String.join(" or ", READABLE_VERSIONS)
              + ", plan again with this procc");
    }
    Plan plan = plan(m);
    m.rejectUnknown();
    if (!PlanHash.of(plan.processes()).equals(plan.planHash())) {
      throw new PlanFileException(
          "planHash: it is not the hash of the processes, the file was changed");
    }
    for (ProcessPlan process : plan.processes()) {
      if (!process.hash().isEmpty()
          && !PlanHash.of(
                  plan.apiVersion(),
                  plan.apiUrl(),
                  plan.target(),
                  process.identity(),
                  process.id(),
                  process.live(),
                  process.operations())
              .equals(process.hash())) {
        throw new PlanFileException(
            process.identity()
                + ": hash: it is not the hash of what is planned, the file was changed");
      }
    }
    return plan;
  }

  private static Plan plan(StrictObjectReader m) throws PlanFileException {
    StrictObjectReader tool = m.object("tool");
    ToolVersion program = new ToolVersion(tool.text("name"), tool.text("version"));
    tool.rejectUnknown();
    return new Plan(
        program,
        m.text("target"),
        m.text("apiUrl"),
        m.text("apiVersion"),
        m.text("createdAt"),
        m.text("asOf"),
        m.text("planHash"),
        summary(m.object("summary")),
        m.list("processes", PlanFile::process),
        m.list("notManaged", n -> new UnmanagedProcess(n.text("id"), n.text("name"))),
        m.textOrNull("validUntil"),
        m.list("refusals", PlanFile::refusal),
        m.strings("checked"),
        m.number("standingWarnings"),
        m.list(
            "warnings",
            w ->
                new LintWarning(
                    w.text("code"),
                    w.text("name"),
                    w.text("file"),
                    w.number("line"),
                    w.text("message"))),
        m.map("people"),
        m.map("documents"));
  }

  private static PlanSummary summary(StrictObjectReader m) throws PlanFileException {
    PlanSummary summary =
        new PlanSummary(
            m.number("noop"),
            m.number("create"),
            m.number("patch"),
            m.number("rename"),
            m.number("replace"),
            m.number("trash"),
            m.numberOr("amend", 0),
            m.number("refused"));
    m.rejectUnknown();
    return summary;
  }

  private static ProcessPlan process(StrictObjectReader m) throws PlanFileException {
    return new ProcessPlan(
        m.text("key"),
        m.textOrNull("period"),
        m.textOrNull("id"),
        m.text("name"),
        m.text("hash"),
        m.word("runs", "state of runs", RunState::find),
        actions(m.strings("actions")),
        live(m.object("live")),
        m.list("changes", PlanFile::change),
        m.list(
            "replacePaths",
            r -> new ReplacementCause(r.text("address"), r.text("field"), reason(r))),
        counterfactual(m.objectOrNull("counterfactual")),
        m.list("operations", PlanFile::operation),
        m.list("predictedShifts", PlanFile::shift),
        m.strings("losses"),
        m.strings("carried"),
        m.list("refusals", PlanFile::refusal),
        m.strings("warnings"),
        m.strings("assumes"),
        m.number("nodeCount"),
        m.number("dateCount"),
        m.list(
            "dates",
            d ->
                new DefinitionDate(
                    d.text("address"),
                    d.text("field"),
                    d.text("date"),
                    lazyOrNull(d.valueOrNull("derivation")))),
        lazyOrNull(ledgerUpdate(m.objectOrNull("note"))),
        m.textOrNull("validUntil"),
        m.list(
            "loads",
            l ->
                new WorkloadChange(
                    l.text("person"),
                    l.number("tasksBefore"),
                    l.number("tasks"),
                    l.number("approvalsBefore"),
                    l.number("approvals"))),
        RunPlanJson.read(m.objectOrNull("run")));
  }

  private static <T> @Nullable Lazy<T> lazyOrNull(@Nullable T value) {
    return value == null ? null : Lazy.of(value);
  }

  private static List<PlanAction> actions(List<String> words) throws PlanFileException {
    List<PlanAction> actions = new ArrayList<>();
    for (String word : words) {
      PlanAction action = PlanAction.find(word);
      if (action == null) {
        throw new PlanFileException("actions: \"" + word + "\" is no action");
      }
      actions.add(action);
    }
    return actions;
  }

  private static ChangeReason reason(StrictObjectReader m) throws PlanFileException {
    return m.word("reason", "reason", ChangeReason::find);
  }

  private static LiveState live(StrictObjectReader m) throws PlanFileException {
    LiveState live =
        new LiveState(
            m.numberOrNull("revision"),
            m.textOrNull("contentHash"),
            m.textOrNull("modifiedBy"),
            m.textOrNull("modifiedAt"),
            m.bool("recorded"),
            m.bool("read"),
            m.strings("lookAlikes"));
    m.rejectUnknown();
    return live;
  }

  private static FieldChange change(StrictObjectReader m) throws PlanFileException {
    Long businessDays = m.numberOrNull("businessDays");
    return new FieldChange(
        m.text("address"),
        m.text("field"),
        m.valueOrNull("before"),
        m.valueOrNull("after"),
        reason(m),
        m.word("origin", "origin", ChangedBy::find),
        m.list("causes", PlanFile::cause),
        m.text("kind"),
        m.text("title"),
        m.textOrNull("rule"),
        businessDays == null ? null : Math.toIntExact(businessDays),
        m.bool("overwrites"),
        m.textOrNull("follows"),
        m.textOrNull("precedes"),
        m.strings("people"));
  }

  static Cause cause(StrictObjectReader m) throws PlanFileException {
    return new Cause(m.text("file"), m.number("line"), m.text("text"));
  }

  private static @Nullable Counterfactual counterfactual(@Nullable StrictObjectReader m)
      throws PlanFileException {
    if (m == null) {
      return null;
    }
    List<String> revert = m.strings("revert");
    StrictObjectReader would = m.object("wouldBe");
    Counterfactual counterfactual =
        new Counterfactual(
            revert,
            would.number("patchOperations"),
            would.number("renames"),
            would.number("shifts"));
    would.rejectUnknown();
    m.rejectUnknown();
    return counterfactual;
  }

  private static PlanOperation operation(StrictObjectReader m) throws PlanFileException {
    HttpCall call =
        new HttpCall(
            m.text("method"), m.text("path"), m.textOrNull("contentType"), m.valueOrNull("body"));
    List<Precondition> preconditions = m.list("preconditions", PlanFile::precondition);
    return m.word("id", "operation", id -> PlanOperation.find(id, call, preconditions));
  }

  private static Precondition precondition(StrictObjectReader m) throws PlanFileException {
    String value = m.textOrNull("value");
    List<String> ids = m.strings("ids");
    return m.word("is", "precondition", word -> Precondition.find(word, value, ids));
  }

  private static PredictedShift shift(StrictObjectReader m) throws PlanFileException {
    return new PredictedShift(
        m.text("address"), m.text("field"), m.text("before"), m.text("after"));
  }

  private static PlanRefusal refusal(StrictObjectReader m) throws PlanFileException {
    return new PlanRefusal(
        m.text("rule"), m.text("message"), m.textOrNull("flag"), m.textOrNull("way"));
  }

  private static @Nullable LedgerUpdate ledgerUpdate(@Nullable StrictObjectReader m)
      throws PlanFileException {
    if (m == null) {
      return null;
    }
    LedgerUpdate note =
        new LedgerUpdate(
            m.text("sourceHash"),
            m.bool("protect"),
            m.text("onRemoval").equals("trash") ? RemovalPolicy.TRASH : RemovalPolicy.KEEP,
            m.map("sources"),
            m.text("expected"),
            m.list(
                "nodes",
                n ->
                    new NodeUpdate(
                        n.text("path"), n.textOrNull("id"), n.map("sent"), n.map("seen"))));
    m.rejectUnknown();
    return note;
  }
}
