package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.plan.RunConfirmation;
import dev.procc.live.planfile.DateRow;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes the record of one apply of one process: what was approved, what was sent, what was read
/// back. Each record carries the hash of the one before it, so that none can be taken out unseen.
public final class Evidence {
  /// The version of the record this program writes.
  public static final String VERSION = "1.0";

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final EvidenceStore store;
  private final Context context;
  private final Clock clock;

  /// What the command line knows of the change.
  ///
  /// @param checksum SHA-256 of the program that ran, empty where it is not known
  /// @param change `commit`, `pullRequest`, `author`, `approver`, `approvedAt`, as far as the CI
  ///   says so
  /// @param shown the plan hash that was shown or approved; empty where it was none but the applied
  /// @param standingWarnings how many warnings of lint stood
  public record Context(
      Tool tool, String checksum, Map<String, String> change, String shown, int standingWarnings) {}

  public Evidence(EvidenceStore store, Context context, Clock clock) {
    this.store = store;
    this.context = context;
    this.clock = clock;
  }

  /// Writes the record of a process that was changed.
  void write(ApplySettings settings, ProcessPlan plan, ProcessResult result) throws IOException {
    write(settings, plan.hash(), plan.dates(), result);
  }

  /// Writes the record of steps that people did in a run, once they are read back.
  ///
  /// @param target the target the run is on, `origin` its API
  public void confirmed(
      String target, String origin, String identity, String name, RunConfirmation confirmation)
      throws IOException {
    List<ProcessResult.WrittenCall> steps = new ArrayList<>();
    for (RunConfirmation.Done done : confirmation.done()) {
      if (!done.known()) {
        String request = "by hand: " + done.screen() + ", " + done.address();
        steps.add(new ProcessResult.WrittenCall(done.id(), request, 1, "as foretold"));
      }
    }
    if (steps.isEmpty()) {
      return;
    }
    ProcessResult result =
        new ProcessResult(
            identity,
            name,
            "confirm",
            confirmation.complete() ? Verdict.APPLIED : Verdict.PARTIAL,
            (steps.size() == 1 ? "1 step" : steps.size() + " steps")
                + " by hand read back in run "
                + confirmation.run().id(),
            "",
            confirmation.run().process(),
            null,
            null,
            null,
            steps,
            List.of(),
            List.of(),
            List.of());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    write(ApplySettings.of(target, origin, today), "", List.of(), result);
  }

  private void write(ApplySettings settings, String hash, List<DateRow> dates, ProcessResult result)
      throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<String> before = store.all(settings.target(), result.identity());
    String last = before.isEmpty() ? "" : sha256(before.getLast());
    Json.Obj record = record(settings, hash, dates, result, now.toString(), last);
    String number = String.valueOf(before.size() + 1);
    String name = "0".repeat(Math.max(0, 4 - number.length())) + number + "-" + NAME.format(now);
    store.add(settings.target(), result.identity(), name, record.pretty(), text(record));
  }

  private Json.Obj record(
      ApplySettings settings,
      String hash,
      List<DateRow> rows,
      ProcessResult result,
      String at,
      String last) {
    Json.Builder change = Json.object();
    context.change().forEach(change::put);
    List<Json> dates = new ArrayList<>();
    for (DateRow date : rows) {
      dates.add(date(date));
    }
    return Json.object()
        .put("formatVersion", VERSION)
        .put("at", at)
        .put(
            "tool",
            Json.object()
                .put("name", context.tool().name())
                .put("version", context.tool().version())
                .putNullable("sha256", context.checksum().isEmpty() ? null : context.checksum())
                .build())
        .put("target", settings.target())
        .put("apiUrl", settings.origin())
        .putNullable("canary", settings.canary().orElse(null))
        .put("change", change.build())
        .put(
            "planHash",
            Json.object()
                .putNullable("shown", context.shown().isEmpty() ? null : context.shown())
                .put("applied", hash)
                .build())
        .put("result", result.toJson())
        .put("dates", Json.array(dates))
        .put("standingWarnings", context.standingWarnings())
        .putNullable("previousRecord", last.isEmpty() ? null : last)
        .build();
  }

  private static Json date(DateRow row) {
    return Json.object()
        .put("address", row.address())
        .put("field", row.field())
        .put("date", row.date())
        .put("derivation", row.steps())
        .build();
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The record for people.
  public static String text(Json.Obj record) {
    Json.Obj result = record.obj("result").orElse(Json.Obj.EMPTY);
    Json.Obj tool = record.obj("tool").orElse(Json.Obj.EMPTY);
    Json.Obj hash = record.obj("planHash").orElse(Json.Obj.EMPTY);
    StringBuilder out = new StringBuilder();
    line(
        out,
        "Process",
        result.text("key").orElse("") + "  " + quoted(result.text("name").orElse("")));
    line(
        out,
        "Target",
        record.text("target").orElse("") + " (" + record.text("apiUrl").orElse("") + ")");
    line(out, "At", record.text("at").orElse(""));
    line(
        out, "Action", result.text("action").orElse("") + ": " + result.text("verdict").orElse(""));
    line(out, "Result", result.text("message").orElse(""));
    line(out, "Plan", hash.text("applied").orElse(""));
    hash.text("shown").ifPresent(shown -> line(out, "Approved", shown));
    record
        .obj("change")
        .orElse(Json.Obj.EMPTY)
        .members()
        .forEach((name, value) ->
            line(out, name, value instanceof Json.Str s ? s.value() : value.write()));
    result.text("previous").ifPresent(id -> line(out, "Was", id));
    result.text("id").ifPresent(id -> line(out, "Is", id));
    line(
        out,
        "Revision",
        number(result, "revisionBefore") + " -> " + number(result, "revisionAfter"));
    for (Json call : result.items("calls")) {
      Json.Obj one = call instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      line(
          out,
          "Call",
          one.text("request").orElse("")
              + ", "
              + number(one, "size")
              + " changes, read back: "
              + one.text("readBack").orElse(""));
    }
    for (Json other : result.items("residual")) {
      Json.Obj one = other instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      line(
          out,
          "Differs",
          one.text("address").orElse("")
              + ":"
              + one.text("field").orElse("")
              + " expected "
              + value(one.get("expected"))
              + ", is "
              + value(one.get("actual")));
    }
    for (Json date : record.items("dates")) {
      Json.Obj one = date instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      line(
          out,
          "Date",
          one.text("address").orElse("")
              + ":"
              + one.text("field").orElse("")
              + " "
              + one.text("date").orElse("")
              + one.obj("derivation").flatMap(d -> d.text("rule")).map(r -> "  " + r).orElse(""));
    }
    line(out, "Warnings", number(record, "standingWarnings"));
    line(
        out,
        "Tool",
        tool.text("name").orElse("")
            + " "
            + tool.text("version").orElse("")
            + tool.text("sha256").map(s -> ", SHA-256 " + s).orElse(""));
    record.text("previousRecord").ifPresent(last -> line(out, "Record before", last));
    return out.toString();
  }

  private static String quoted(String text) {
    return Json.of(text).write();
  }

  private static String value(@org.jspecify.annotations.Nullable Json value) {
    return value == null || value instanceof Json.Null ? "absent" : value.write();
  }

  private static String number(Json.Obj object, String name) {
    return object.integer(name).map(String::valueOf).orElse("none");
  }

  private static void line(StringBuilder out, String label, String text) {
    out.append(label)
        .append(" ".repeat(Math.max(1, 15 - label.length())))
        .append(text)
        .append('\n');
  }
}
