package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.ledger.OnRemoval;
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
  private static final List<String> READ = List.of("1.0", VERSION);

  private PlanFile() {}

  public static Json.Obj toJson(Plan plan) {
    return PlanJson.plan(plan);
  }

  /// The text of the file.
  public static String write(Plan plan) {
    return toJson(plan).pretty();
  }

  /// @param file what to call the text in a message
  public static Plan read(String file, String text) throws PlanException {
    try {
      return of(JsonReader.read(text));
    } catch (JsonException e) {
      throw new PlanException(
          file + ":" + e.line() + ":" + e.column() + ": not JSON: " + e.getMessage(), e);
    } catch (PlanException e) {
      throw new PlanException(file + ": " + e.getMessage(), e);
    }
  }

  /// A plan from its JSON.
  public static Plan of(Json json) throws PlanException {
    Members m = new Members(json, "");
    String version = m.text("formatVersion");
    if (!READ.contains(version)) {
      throw new PlanException(
          "formatVersion: \""
              + version
              + "\" is not "
              + String.join(" or ", READ)
              + ", plan again with this procc");
    }
    Plan plan = plan(m);
    m.end();
    if (!PlanHash.of(plan.processes()).equals(plan.planHash())) {
      throw new PlanException(
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
        throw new PlanException(
            process.identity()
                + ": hash: it is not the hash of what is planned, the file was changed");
      }
    }
    return plan;
  }

  private static Plan plan(Members m) throws PlanException {
    Members tool = m.object("tool");
    Tool program = new Tool(tool.text("name"), tool.text("version"));
    tool.end();
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
        m.list("notManaged", n -> new NotManaged(n.text("id"), n.text("name"))),
        m.textOrNull("validUntil"),
        m.list("refusals", PlanFile::refusal),
        m.texts("checked"),
        m.number("standingWarnings"),
        m.list(
            "warnings",
            w ->
                new StandingWarning(
                    w.text("code"),
                    w.text("name"),
                    w.text("file"),
                    w.number("line"),
                    w.text("message"))),
        m.map("people"),
        m.map("documents"));
  }

  private static Summary summary(Members m) throws PlanException {
    Summary summary =
        new Summary(
            m.number("noop"),
            m.number("create"),
            m.number("patch"),
            m.number("rename"),
            m.number("replace"),
            m.number("trash"),
            m.numberOr("amend", 0),
            m.number("refused"));
    m.end();
    return summary;
  }

  private static ProcessPlan process(Members m) throws PlanException {
    return new ProcessPlan(
        m.text("key"),
        m.textOrNull("period"),
        m.textOrNull("id"),
        m.text("name"),
        m.text("hash"),
        m.text("runs"),
        actions(m.texts("actions")),
        live(m.object("live")),
        m.list("changes", PlanFile::change),
        m.list("replacePaths", r -> new ReplacePath(r.text("address"), r.text("field"), reason(r))),
        counterfactual(m.objectOrNull("counterfactual")),
        m.list("operations", PlanFile::operation),
        m.list("predictedShifts", PlanFile::shift),
        m.texts("losses"),
        m.texts("carried"),
        m.list("refusals", PlanFile::refusal),
        m.texts("warnings"),
        m.texts("assumes"),
        m.number("nodeCount"),
        m.number("dateCount"),
        m.list(
            "dates",
            d ->
                new DateRow(
                    d.text("address"),
                    d.text("field"),
                    d.text("date"),
                    later(d.any("derivation")))),
        later(note(m.objectOrNull("note"))),
        m.textOrNull("validUntil"),
        m.list(
            "loads",
            l ->
                new Load(
                    l.text("person"),
                    l.number("tasksBefore"),
                    l.number("tasks"),
                    l.number("approvalsBefore"),
                    l.number("approvals"))),
        RunJson.read(m.objectOrNull("run")));
  }

  private static <T> @Nullable Later<T> later(@Nullable T value) {
    return value == null ? null : Later.of(value);
  }

  private static List<Action> actions(List<String> words) throws PlanException {
    List<Action> actions = new ArrayList<>();
    for (String word : words) {
      Action action = Action.of(word);
      if (action == null) {
        throw new PlanException("actions: \"" + word + "\" is no action");
      }
      actions.add(action);
    }
    return actions;
  }

  private static Reason reason(Members m) throws PlanException {
    String word = m.text("reason");
    Reason reason = Reason.of(word);
    if (reason == null) {
      throw new PlanException("reason: \"" + word + "\" is no reason");
    }
    return reason;
  }

  private static LiveState live(Members m) throws PlanException {
    LiveState live =
        new LiveState(
            m.numberOrNull("revision"),
            m.textOrNull("contentHash"),
            m.textOrNull("modifiedBy"),
            m.textOrNull("modifiedAt"),
            m.flag("recorded"),
            m.flag("read"),
            m.texts("lookAlikes"));
    m.end();
    return live;
  }

  private static FieldChange change(Members m) throws PlanException {
    Long businessDays = m.numberOrNull("businessDays");
    return new FieldChange(
        m.text("address"),
        m.text("field"),
        m.any("before"),
        m.any("after"),
        reason(m),
        m.text("origin"),
        m.list("causes", PlanFile::cause),
        m.text("kind"),
        m.text("title"),
        m.textOrNull("rule"),
        businessDays == null ? null : Math.toIntExact(businessDays),
        m.flag("overwrites"),
        m.textOrNull("follows"),
        m.textOrNull("precedes"),
        m.texts("people"));
  }

  static Cause cause(Members m) throws PlanException {
    return new Cause(m.text("file"), m.number("line"), m.text("text"));
  }

  private static @Nullable Counterfactual counterfactual(@Nullable Members m) throws PlanException {
    if (m == null) {
      return null;
    }
    List<String> revert = m.texts("revert");
    Members would = m.object("wouldBe");
    Counterfactual counterfactual =
        new Counterfactual(
            revert,
            would.number("patchOperations"),
            would.number("renames"),
            would.number("shifts"));
    would.end();
    m.end();
    return counterfactual;
  }

  private static Operation operation(Members m) throws PlanException {
    return new Operation(
        m.text("id"),
        m.text("method"),
        m.text("path"),
        m.textOrNull("contentType"),
        m.any("body"),
        m.list(
            "preconditions",
            p -> new Precondition(p.text("is"), p.textOrNull("value"), p.texts("ids"))));
  }

  private static PredictedShift shift(Members m) throws PlanException {
    return new PredictedShift(
        m.text("address"), m.text("field"), m.text("before"), m.text("after"));
  }

  private static Refusal refusal(Members m) throws PlanException {
    return new Refusal(
        m.text("rule"), m.text("message"), m.textOrNull("flag"), m.textOrNull("way"));
  }

  private static @Nullable Note note(@Nullable Members m) throws PlanException {
    if (m == null) {
      return null;
    }
    Note note =
        new Note(
            m.text("sourceHash"),
            m.flag("protect"),
            m.text("onRemoval").equals("trash") ? OnRemoval.TRASH : OnRemoval.KEEP,
            m.map("sources"),
            m.text("expected"),
            m.list(
                "nodes",
                n ->
                    new NodeRow(n.text("path"), n.textOrNull("id"), n.map("sent"), n.map("seen"))));
    m.end();
    return note;
  }
}
