package dev.procc.live.evidence;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ProcessResult.ApplyDetails;
import dev.procc.live.outcome.ProcessResult.Conclusion;
import dev.procc.live.outcome.ProcessResult.ProcessIds;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.ToolVersion;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.runplan.RunConfirmation;
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
import org.jspecify.annotations.Nullable;

/// Writes the record of one apply of one process: what was approved, what was sent, what was read
/// back. Each record carries the hash of the one before it, so that none can be taken out unseen.
public final class EvidenceWriter {
  /// The version of the record this program writes.
  public static final String VERSION = "1.0";

  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final EvidenceStore store;
  private final EvidenceContext context;
  private final Clock clock;

  /// What the command line knows of the change.
  ///
  /// @param changeMetadata `commit`, `pullRequest`, `author`, `approver`, `approvedAt`, as far as
  ///   the CI says so
  /// @param approvedHash the plan hash that was shown or approved; empty where it was none but the
  ///   applied
  /// @param lintWarnings how many warnings of lint stood
  public record EvidenceContext(
      ToolVersion tool,
      Map<String, String> changeMetadata,
      String approvedHash,
      int lintWarnings) {}

  public EvidenceWriter(EvidenceStore store, EvidenceContext context, Clock clock) {
    this.store = store;
    this.context = context;
    this.clock = clock;
  }

  /// Writes the record of a process that was changed.
  ///
  /// @param plan that was carried out; null if it is lost
  public void write(ApplySettings settings, @Nullable ProcessPlan plan, ProcessResult result)
      throws IOException {
    String hash = plan == null ? "" : plan.hash();
    write(settings, hash, plan == null ? List.of() : plan.definition().dates(), result);
  }

  /// Writes the record of steps that people did in a run, once they are read back.
  ///
  /// @param target the target the run is on, `origin` its API
  public void writeConfirmation(
      String target, String origin, String identity, String name, RunConfirmation confirmation)
      throws IOException {
    List<ProcessResult.WrittenCall> steps = new ArrayList<>();
    for (RunConfirmation.ConfirmedStep done : confirmation.done()) {
      if (!done.inLedger()) {
        String request = "by hand: " + done.screen() + ", " + done.address();
        steps.add(new ProcessResult.WrittenCall(done.id(), request, 1, ReadBack.AS_PREDICTED));
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
            new Conclusion(
                confirmation.isComplete() ? Verdict.APPLIED : Verdict.PARTIAL,
                Plural.of(steps.size(), "step")
                    + " by hand read back in run "
                    + confirmation.run().id(),
                ""),
            new ProcessIds(confirmation.run().run().process(), null, null, null),
            new ApplyDetails(steps, List.of(), List.of(), List.of()));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    write(ApplySettings.of(target, origin, today), "", List.of(), result);
  }

  private void write(
      ApplySettings settings, String hash, List<DefinitionDate> dates, ProcessResult result)
      throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<String> earlierRecords = store.readAll(settings.target(), result.identity());
    String previousHash = earlierRecords.isEmpty() ? "" : sha256(earlierRecords.getLast());
    Json.Obj record = toRecord(settings, hash, dates, result, now.toString(), previousHash);
    String number = String.valueOf(earlierRecords.size() + 1);
    String name =
        "0".repeat(Math.max(0, 4 - number.length())) + number + "-" + FILE_TIME.format(now);
    store.add(settings.target(), result.identity(), name, record.pretty(), text(record));
  }

  private Json.Obj toRecord(
      ApplySettings settings,
      String hash,
      List<DefinitionDate> dateRows,
      ProcessResult result,
      String writtenAt,
      String previousHash) {
    Json.Builder change = Json.object();
    context.changeMetadata().forEach(change::put);
    List<Json> dates = new ArrayList<>();
    for (DefinitionDate date : dateRows) {
      dates.add(dateJson(date));
    }
    return Json.object()
        .put("formatVersion", VERSION)
        .put("at", writtenAt)
        .put(
            "tool",
            Json.object()
                .put("name", context.tool().name())
                .put("version", context.tool().version())
                .put("sha256", Json.NULL)
                .build())
        .put("target", settings.target())
        .put("apiUrl", settings.origin())
        .putNullable("canary", settings.canary().orElse(null))
        .put("change", change.build())
        .put(
            "planHash",
            Json.object()
                .putNullable(
                    "shown", context.approvedHash().isEmpty() ? null : context.approvedHash())
                .put("applied", hash)
                .build())
        .put("result", result.toJson())
        .put("dates", Json.array(dates))
        .put("standingWarnings", context.lintWarnings())
        .putNullable("previousRecord", previousHash.isEmpty() ? null : previousHash)
        .build();
  }

  private static Json dateJson(DefinitionDate row) {
    return Json.object()
        .put("address", row.address())
        .put("field", row.field())
        .put("date", row.date())
        .put("derivation", row.derivationSteps())
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
    appendLine(
        out,
        "Process",
        result.text("key").orElse("") + "  " + quoted(result.text("name").orElse("")));
    appendLine(
        out,
        "Target",
        record.text("target").orElse("") + " (" + record.text("apiUrl").orElse("") + ")");
    appendLine(out, "At", record.text("at").orElse(""));
    appendLine(
        out, "Action", result.text("action").orElse("") + ": " + result.text("verdict").orElse(""));
    appendLine(out, "Result", result.text("message").orElse(""));
    appendLine(out, "Plan", hash.text("applied").orElse(""));
    hash.text("shown").ifPresent(shown -> appendLine(out, "Approved", shown));
    record
        .obj("change")
        .orElse(Json.Obj.EMPTY)
        .members()
        .forEach((name, value) ->
            appendLine(out, name, value instanceof Json.Str s ? s.value() : value.write()));
    result.text("previous").ifPresent(id -> appendLine(out, "Was", id));
    result.text("id").ifPresent(id -> appendLine(out, "Is", id));
    appendLine(
        out,
        "Revision",
        numberText(result, "revisionBefore") + " -> " + numberText(result, "revisionAfter"));
    for (Json call : result.items("calls")) {
      Json.Obj one = call instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      appendLine(
          out,
          "Call",
          one.text("request").orElse("")
              + ", "
              + numberText(one, "size")
              + " changes, read back: "
              + one.text("readBack").orElse(""));
    }
    for (Json other : result.items("residual")) {
      Json.Obj one = other instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      appendLine(
          out,
          "Differs",
          one.text("address").orElse("")
              + ":"
              + one.text("field").orElse("")
              + " expected "
              + valueText(one.get("expected"))
              + ", is "
              + valueText(one.get("actual")));
    }
    for (Json date : record.items("dates")) {
      Json.Obj one = date instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      appendLine(
          out,
          "Date",
          one.text("address").orElse("")
              + ":"
              + one.text("field").orElse("")
              + " "
              + one.text("date").orElse("")
              + one.obj("derivation").flatMap(d -> d.text("rule")).map(r -> "  " + r).orElse(""));
    }
    appendLine(out, "Warnings", numberText(record, "standingWarnings"));
    appendLine(out, "Tool", tool.text("name").orElse("") + " " + tool.text("version").orElse(""));
    record.text("previousRecord").ifPresent(last -> appendLine(out, "Record before", last));
    return out.toString();
  }

  private static String quoted(String text) {
    return Json.of(text).write();
  }

  private static String valueText(@Nullable Json value) {
    return value == null || value instanceof Json.Null ? "absent" : value.write();
  }

  private static String numberText(Json.Obj object, String name) {
    return object.integer(name).map(String::valueOf).orElse("none");
  }

  private static void appendLine(StringBuilder out, String label, String text) {
    out.append(label)
        .append(" ".repeat(Math.max(1, 15 - label.length())))
        .append(text)
        .append('\n');
  }
}
