package dev.procc.live.evidence;

import dev.procc.base.json.Json;
import dev.procc.base.text.ActiveText;
import dev.procc.base.text.Plural;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.model.duedate.DayText;
import org.jspecify.annotations.Nullable;

/// An evidence record as text for people.
public final class EvidenceRecordText {
  private static final int LABEL_WIDTH = 15;

  private final Json.Obj record;
  private final Json.Obj result;
  private final StringBuilder out = new StringBuilder();

  private EvidenceRecordText(Json.Obj record) {
    this.record = record;
    this.result = member(record, "result");
  }

  /// A line for each fact, its label first.
  public static String render(Json.Obj record) {
    EvidenceRecordText text = new EvidenceRecordText(record);
    text.appendProcess();
    text.appendChange();
    for (Json change : record.items("changes")) {
      text.appendFieldChange(object(change));
    }
    for (Json waiver : record.items("waivers")) {
      text.appendWaiver(object(waiver));
    }
    for (Json lifted : record.items("lifted")) {
      text.appendLifted(object(lifted));
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
    record.items("checks").forEach(check -> text.appendLine("Checked", texts(check)));
    record.items("planWarnings").forEach(warning -> text.appendLine("Plan warns", texts(warning)));
    for (Json warning : record.items("warnings")) {
      text.appendWarning(object(warning));
    }
    text.appendTool();
    return text.out.toString();
  }

  private void appendProcess() {
    appendLine("Process", text(result, "key") + "  " + Json.of(text(result, "name")).write());
    appendLine("Target", text(record, "target") + " (" + text(record, "apiUrl") + ")");
    appendLine("At", DayText.moment(text(record, "at")));
    record.text("by").ifPresent(by -> appendLine("By", by));
    appendLine("Action", text(result, "action") + ": " + text(result, "verdict"));
    appendLine("Result", text(result, "message"));
  }

  private void appendChange() {
    Json.Obj hash = member(record, "planHash");
    hash.text("applied").filter(h -> !h.isEmpty()).ifPresent(h -> appendLine("Plan", h));
    hash.text("shown").ifPresent(shown -> appendLine("Approved", shown));
    member(record, "change")
        .members()
        .forEach((name, value) ->
            appendLine(name, value instanceof Json.Str s ? s.value() : value.write()));
    result.text("previous").ifPresent(id -> appendLine("Was", id));
    result.text("id").ifPresent(id -> appendLine("Is", id));
    appendLine(
        "Revision", number(result, "revisionBefore") + " -> " + number(result, "revisionAfter"));
  }

  private void appendFieldChange(Json.Obj change) {
    ChangeReason reason = ChangeReason.find(text(change, "reason"));
    boolean isLeft = reason != null && !reason.isEffective();
    appendLine(
        isLeft ? "Left" : "Changed",
        text(change, "address")
            + ":"
            + text(change, "field")
            + " "
            + value(change.get("before"))
            + (isLeft ? " in Workiva, in the definition " : " -> ")
            + value(change.get("after"))
            + " ("
            + text(change, "reason")
            + ", by "
            + madeBy(text(change, "origin"))
            + causes(change)
            + ")");
  }

  private static String madeBy(String origin) {
    return switch (origin) {
      case "you" -> "the definition";
      case "drift" -> "somebody in Workiva";
      case "both" -> "the definition and somebody in Workiva";
      default -> origin;
    };
  }

  /// The source lines that made a change.
  private static String causes(Json.Obj change) {
    StringBuilder causes = new StringBuilder();
    for (Json item : change.items("causes")) {
      Json.Obj cause = object(item);
      String line = cause.integer("line").map(n -> n == 0 ? "" : ":" + n).orElse("");
      causes.append(", ").append(text(cause, "file")).append(line);
    }
    return causes.toString();
  }

  private void appendWaiver(Json.Obj waiver) {
    String path = text(waiver, "path");
    appendLine(
        "Kept",
        (path.isEmpty() ? "" : path + ":")
            + text(waiver, "field")
            + " as in Workiva: "
            + text(waiver, "reason")
            + waiver.text("until").map(until -> ", until " + until).orElse(""));
  }

  private void appendWarning(Json.Obj warning) {
    appendLine(
        "Warning",
        text(warning, "code")
            + " "
            + text(warning, "name")
            + " "
            + text(warning, "at")
            + ": "
            + text(warning, "message"));
  }

  private void appendLifted(Json.Obj refusal) {
    appendLine("Lifted", text(refusal, "message") + " (by " + text(refusal, "flag") + ")");
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
    appendLine(
        "Differs",
        text(mismatch, "address")
            + ":"
            + text(mismatch, "field")
            + " expected "
            + value(mismatch.get("expected"))
            + ", is "
            + value(mismatch.get("actual")));
  }

  private void appendDate(Json.Obj date) {
    String rule = member(date, "derivation").text("rule").map(r -> "  " + r).orElse("");
    appendLine(
        "Date",
        text(date, "address")
            + ":"
            + text(date, "field")
            + " "
            + text(date, "date")
            + rule
            + (date.has("inWorkiva") ? ", not written: " + value(date.get("inWorkiva")) : ""));
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

  private static String value(@Nullable Json value) {
    return value == null || value instanceof Json.Null ? "absent" : value.write();
  }

  private static String number(Json.Obj object, String name) {
    return object.integer(name).map(String::valueOf).orElse("none");
  }
}
