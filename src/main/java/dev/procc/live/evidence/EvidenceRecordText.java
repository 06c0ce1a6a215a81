package dev.procc.live.evidence;

import dev.procc.base.json.Json;
import dev.procc.base.text.ActiveText;
import dev.procc.base.text.Plural;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.wire.BodyNodes;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DayText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The text of an evidence record for people: who requested and approved, what changed and why,
/// what was called, checked and warned about, and every date with its expression.
public final class EvidenceRecordText {
  private static final int LABEL_WIDTH = 15;
  private static final String BECOMES = " -> ";

  /// The label of what was planned, and was not done or was taken back.
  private static final String PLANNED = "Not done";

  private static final Set<String> STANDING =
      Set.of(Verdict.APPLIED.text(), Verdict.PARTIAL.text(), Verdict.INTERRUPTED.text());

  private final Json.Obj record;
  private final Json.Obj result;
  private final EvidenceValues values;
  private final StringBuilder out = new StringBuilder();

  private EvidenceRecordText(Json.Obj record) {
    this.record = record;
    this.result = member(record, "result");
    this.values = new EvidenceValues(member(record, "names"));
  }

  /// The text, one line for each fact, its label first.
  public static String render(Json.Obj record) {
    EvidenceRecordText text = new EvidenceRecordText(record);
    text.appendProcess();
    text.appendChange();
    for (Json change : record.items("changes")) {
      text.appendFieldChange(object(change));
    }
    if (text(text.result, "action").equals(PlanAction.CREATE.word())) {
      record.items("created").forEach(node -> text.appendCreated(object(node)));
    }
    for (Json waiver : record.items("waivers")) {
      text.appendWaiver(object(waiver));
    }
    for (Json lifted : record.items("lifted")) {
      text.appendLine("Lifted", liftedText(object(lifted)));
    }
    for (Json call : text.result.items("calls")) {
      text.appendCall(object(call));
    }
    for (Json mismatch : text.result.items("residual")) {
      text.appendMismatch(object(mismatch));
    }
    for (Json date : record.items("dates")) {
      text.appendDate(object(date));
    }
    record.items("failedChecks").forEach(check -> text.appendLine("Failed", texts(check)));
    record.items("checks").forEach(check -> text.appendLine("Checked", texts(check)));
    for (Json phrase : record.items("notChecked")) {
      text.appendLine("Not checked", texts(phrase));
    }
    record.items("planWarnings").forEach(warning -> text.appendLine("Plan warns", texts(warning)));
    for (Json warning : record.items("warnings")) {
      text.appendWarning(object(warning));
    }
    text.appendTool();
    return text.out.toString();
  }

  /// The changes in a record, a line for each: `due date of task "Review": Fri 2025-01-17 -> Tue
  /// 2025-01-21`; none for a process that was created or trashed as a whole.
  public static List<String> changes(Json.Obj record) {
    EvidenceRecordText text = new EvidenceRecordText(record);
    List<String> lines = new ArrayList<>();
    for (Json.Obj change : effectiveChanges(record)) {
      String edited = edited(change);
      lines.add(
          ActiveText.visible(
              text.place(change)
                  + text.difference(change, BECOMES)
                  + (edited.isEmpty() ? "" : " (" + edited + ")")));
    }
    return lines;
  }

  /// The refusals that a flag lifted, a line for each, with what was overwritten and whose edit it
  /// may have been.
  public static List<String> lifted(Json.Obj record) {
    List<String> lines = new ArrayList<>();
    record.items("lifted").forEach(each -> lines.add(ActiveText.visible(liftedText(object(each)))));
    return lines;
  }

  /// Whether what a record describes was done, at least in part, and not taken back.
  public static boolean hasStandingChanges(Json.Obj record) {
    return STANDING.contains(text(member(record, "result"), "verdict"));
  }

  /// The same changes, counted: `10 dates, 5 approvers, 1 other change`.
  public static String changeCounts(Json.Obj record) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Json.Obj change : effectiveChanges(record)) {
      String field = text(change, "field");
      FieldRole role = FieldRole.of(field);
      String what =
          role.isDueDate()
              ? "date"
              : role.isParticipant() ? role.fieldName() : role.isName() ? "rename" : "other change";
      counts.merge(what, 1, Integer::sum);
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((what, n) -> parts.add(Plural.of(n, what)));
    return String.join(", ", parts);
  }

  /// The changes, without a process that was created or trashed as a whole.
  private static List<Json.Obj> effectiveChanges(Json.Obj record) {
    List<Json.Obj> changes = new ArrayList<>();
    for (Json item : record.items("changes")) {
      Json.Obj change = object(item);
      ChangeReason reason = ChangeReason.find(text(change, "reason"));
      boolean whole =
          text(change, "kind").equals("process") && text(change, "field").equals(FieldChange.NODE);
      if (!whole && (reason == null || reason.isEffective())) {
        changes.add(change);
      }
    }
    return changes;
  }

  private String difference(Json.Obj change, String between) {
    Json before = change.get("before");
    Json after = change.get("after");
    return isStructural(change)
        ? ""
        : between.equals(BECOMES) && before instanceof Json.Arr && after instanceof Json.Arr
            ? " " + values.setDifference(before, after)
            : " "
                + values.text(text(change, "field"), before)
                + between
                + values.text(text(change, "field"), after);
  }

  private void appendProcess() {
    appendLine("Process", text(result, "key") + "  " + Json.of(text(result, "name")).write());
    appendLine("Target", text(record, "target") + " (" + text(record, "apiUrl") + ")");
    appendLine("At", DayText.moment(text(record, "at")));
    record.text("by").ifPresent(by -> appendLine("Done by", by));
    appendLine("Action", text(result, "action") + ": " + text(result, "verdict"));
    appendLine("Result", text(result, "message"));
  }

  /// Appends who requested, who approved, and what.
  private void appendChange() {
    Json.Obj change = member(record, "change");
    List<String> asked = new ArrayList<>();
    change.text("author").ifPresent(asked::add);
    change.text("pullRequest").ifPresent(number -> asked.add("request " + number));
    change.text("commit").ifPresent(commit -> asked.add("commit " + commit));
    change.text("build").ifPresent(build -> asked.add("build " + build));
    if (!asked.isEmpty()) {
      appendLine("Asked by", String.join(", ", asked));
    }
    change.text("reason").ifPresent(why -> appendLine("Reason", why));
    String at = change.text("approvedAt").map(moment -> ", " + DayText.moment(moment)).orElse("");
    appendLine("Approved by", change.text("approver").map(who -> who + at).orElse("not on record"));
    Json.Obj hash = member(record, "planHash");
    hash.text("shown").ifPresent(shown -> appendLine("Plan shown", shown + ", applied as shown"));
    hash.text("applied")
        .filter(applied -> !applied.isEmpty())
        .ifPresent(applied -> appendLine("This process", applied));
    result.text("previous").ifPresent(id -> appendLine("Was", id));
    result.text("id").ifPresent(id -> appendLine("Is", id));
    appendLine(
        "Revision", number(result, "revisionBefore") + " -> " + number(result, "revisionAfter"));
  }

  private void appendFieldChange(Json.Obj change) {
    ChangeReason reason = ChangeReason.find(text(change, "reason"));
    boolean isLeft = reason != null && !reason.isEffective();
    String rule = change.text("rule").map(r -> ", by the rule " + r).orElse("");
    appendLine(
        isLeft ? "Left" : hasStandingChanges(record) ? "Changed" : PLANNED,
        place(change)
            + difference(change, isLeft ? " in Workiva, in the definition " : BECOMES)
            + rule
            + remark(reason, change));
  }

  /// ` (in place, edited in Workiva too, close.process.yaml:12)`.
  private String remark(@Nullable ChangeReason reason, Json.Obj change) {
    List<String> parts = new ArrayList<>();
    boolean replaced = text(result, "action").equals("replace");
    if (reason != null && !(replaced && reason.isEffective())) {
      parts.add(how(reason));
    }
    String edited = edited(change);
    if (!edited.isEmpty()) {
      parts.add(edited);
    }
    for (Json item : change.items("causes")) {
      Json.Obj cause = object(item);
      String line = cause.integer("line").map(n -> n == 0 ? "" : ":" + n).orElse("");
      parts.add(text(cause, "file") + line);
    }
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  /// `edited in Workiva too`; empty if it was not.
  private static String edited(Json.Obj change) {
    return switch (text(change, "origin")) {
      case "drift" -> "edited in Workiva";
      case "both" -> "edited in Workiva too";
      case "unknown" -> "nobody knows whether it was edited in Workiva";
      default -> "";
    };
  }

  private static boolean isStructural(Json.Obj change) {
    String field = text(change, "field");
    return field.equals(FieldChange.NODE)
        || field.equals(FieldChange.PARENT)
        || field.equals(FieldChange.POSITION);
  }

  /// `approver of "Explain flux, EMEA"`, `+ task "Review"`.
  private String place(Json.Obj change) {
    String kind = text(change, "kind");
    ActionKind action = ActionKind.byName(kind);
    String noun = action == null ? kind : action.noun();
    String node = noun + " " + Json.of(text(change, "title")).write();
    return switch (text(change, "field")) {
      case FieldChange.NODE ->
          (EvidenceValues.isAbsent(change.get("before")) ? "+ " : "- ")
              + node
              + values.assignment(change.get("after"));
      case FieldChange.PARENT -> node + moveText(change, "group", "to another group");
      case FieldChange.POSITION ->
          node + moveText(change, "place", "to another place in its group");
      default -> {
        String label = values.label(kind, text(change, "field"));
        boolean saysKind = label.startsWith(noun + " ");
        String of = saysKind ? Json.of(text(change, "title")).write() : node;
        yield label + (kind.equals("process") ? "" : " of " + of) + ":";
      }
    };
  }

  /// ` from group "Entities" to group "Review"`.
  ///
  /// @param unknown the words if the record does not say from where to where
  private static String moveText(Json.Obj change, String what, String unknown) {
    Json before = change.get("before");
    Json after = change.get("after");
    return before == null
            || after == null
            || EvidenceValues.isAbsent(before)
            || EvidenceValues.isAbsent(after)
        ? " " + unknown
        : " from " + what + " " + before.write() + " to " + what + " " + after.write();
  }

  private static String how(ChangeReason reason) {
    return switch (reason) {
      case PATCHABLE, WRITE_ONLY -> "in place";
      case RENAME -> "renamed in place";
      case NOT_PATCHABLE, STRUCTURE_CHANGED, ORDER_CHANGED, FORCED -> "by a new process";
      case SHIFTED -> "moved by Workiva itself";
      case ADDED_TO_RUN -> "added to the run";
      case SERVER_DEFAULT -> "set by Workiva";
      case IGNORED -> "left";
    };
  }

  private void appendCreated(Json.Obj envelope) {
    Json.Obj group = envelope.obj("group").orElse(null);
    Json.Obj job = member(envelope, "job");
    ActionKind action = ActionKind.byName(text(job, "action"));
    String noun = group != null ? "group" : action == null ? "job" : action.noun();
    String name = group != null ? BodyNodes.name(group) : BodyNodes.title(job);
    appendLine(
        hasStandingChanges(record) ? "Created" : PLANNED,
        noun + " " + Json.of(name).write() + values.assignment(envelope));
  }

  private void appendWaiver(Json.Obj waiver) {
    String path = text(waiver, "path");
    appendLine(
        "Kept",
        (path.isEmpty() ? "" : path + ":")
            + text(waiver, "field")
            + " as in Workiva: "
            + text(waiver, "reason")
            + waiver.text("until").map(until -> ", until " + DayText.day(until)).orElse(""));
  }

  private void appendWarning(Json.Obj warning) {
    String about = text(warning, "about");
    appendLine(
        "Warning",
        text(warning, "code")
            + " "
            + text(warning, "name")
            + " "
            + text(warning, "at")
            + ": "
            + (about.isEmpty() ? "" : about + ": ")
            + text(warning, "message"));
  }

  private static String liftedText(Json.Obj refusal) {
    return text(refusal, "message") + " (by " + text(refusal, "flag") + ")";
  }

  private void appendCall(Json.Obj call) {
    appendLine(
        "Call",
        text(call, "request")
            + ", "
            + Plural.of(call.integer("size").orElse(0L), "change")
            + ", read back: "
            + text(call, "readBack"));
  }

  private void appendMismatch(Json.Obj mismatch) {
    String field = text(mismatch, "field");
    appendLine(
        "Differs",
        text(mismatch, "address")
            + ":"
            + field
            + " expected "
            + values.text(field, mismatch.get("expected"))
            + ", is "
            + values.text(field, mismatch.get("actual")));
  }

  private void appendDate(Json.Obj date) {
    String field = text(date, "field");
    String rule = member(date, "derivation").text("rule").map(r -> ", by the rule " + r).orElse("");
    String of = date.text("title").orElseGet(() -> text(date, "address"));
    appendLine(
        "Date",
        DayText.day(text(date, "date"))
            + "  "
            + values.dateLabel(field)
            + (text(date, "address").equals(text(result, "key")) ? "" : " of " + of)
            + rule
            + (date.has("inWorkiva")
                ? ", not written: " + values.text(field, date.get("inWorkiva")) + " in Workiva"
                : ""));
  }

  private void appendTool() {
    Json.Obj tool = member(record, "tool");
    appendLine("Warnings", number(record, "standingWarnings"));
    appendLine("Tool", text(tool, "name") + " " + text(tool, "version"));
    record.text("previousRecord").ifPresent(last -> appendLine("Record before", last));
  }

  private void appendLine(String label, String text) {
    out.append(ActiveText.visible(label))
        .repeat(' ', Math.max(1, LABEL_WIDTH - label.length()))
        .append(ActiveText.visible(text))
        .append('\n');
  }

  private static String texts(Json item) {
    return item instanceof Json.Str text ? text.value() : item.write();
  }

  private static Json.Obj object(Json item) {
    return item instanceof Json.Obj object ? object : Json.Obj.EMPTY;
  }

  private static Json.Obj member(Json.Obj object, String name) {
    return object.obj(name).orElse(Json.Obj.EMPTY);
  }

  private static String text(Json.Obj object, String name) {
    return object.text(name).orElse("");
  }

  private static String number(Json.Obj object, String name) {
    return object.integer(name).map(String::valueOf).orElse("none");
  }
}
