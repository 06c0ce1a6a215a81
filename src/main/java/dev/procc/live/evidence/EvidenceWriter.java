package dev.procc.live.evidence;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.base.text.Sha256;
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
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.runplan.RunConfirmation;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the record of one apply of one process: what was approved, what was sent, what was read
/// back. Each record carries the hash of the one before it, so that none can be taken out unseen.
public final class EvidenceWriter {
  /// The version of the record this program writes.
  public static final String VERSION = "1.1";

  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final EvidenceStore store;
  private final EvidenceContext context;
  private final Clock clock;

  /// What the command line knows of the change.
  ///
  /// @param changeMetadata `commit`, `pullRequest`, `author`, `approver`, `approvedAt`, as far as
  ///   the CI says so
  /// @param approvedHash the plan hash that was shown or approved; empty if it was none but the
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
    write(settings, plan, plan == null ? List.of() : plan.definition().dates(), result);
  }

  /// Makes sure that the record of a process can be written: what cannot be recorded is not done.
  ///
  /// @throws IOException if it cannot
  public void checkWritable(String target, String identity) throws IOException {
    store.checkWritable(target, identity);
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
    write(ApplySettings.of(target, origin, today), null, List.of(), result);
  }

  private void write(
      ApplySettings settings,
      @Nullable ProcessPlan plan,
      List<DefinitionDate> dates,
      ProcessResult result)
      throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<String> earlierRecords = store.readAll(settings.target(), result.identity());
    String previousHash = earlierRecords.isEmpty() ? "" : Sha256.hex(earlierRecords.getLast());
    Json.Obj record = toRecord(settings, plan, dates, result, now.toString(), previousHash);
    String number = String.valueOf(earlierRecords.size() + 1);
    String name =
        "0".repeat(Math.max(0, 4 - number.length())) + number + "-" + FILE_TIME.format(now);
    store.add(
        settings.target(),
        result.identity(),
        name,
        record.pretty(),
        EvidenceRecordText.render(record));
  }

  private Json.Obj toRecord(
      ApplySettings settings,
      @Nullable ProcessPlan plan,
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
        .put("tool", toolJson())
        .put("target", settings.target())
        .put("apiUrl", settings.origin())
        .putNullable("canary", settings.canary().orElse(null))
        .put("change", change.build())
        .put(
            "planHash",
            Json.object()
                .putNullable(
                    "shown", context.approvedHash().isEmpty() ? null : context.approvedHash())
                .put("applied", plan == null ? "" : plan.hash())
                .build())
        .put("result", result.toJson())
        .put("changes", planned(plan, "changes"))
        .put("lifted", planned(plan, "lifted"))
        .put("planWarnings", planned(plan, "warnings"))
        .put("dates", Json.array(dates))
        .put("standingWarnings", context.lintWarnings())
        .putNullable("previousRecord", previousHash.isEmpty() ? null : previousHash)
        .build();
  }

  private Json toolJson() {
    return Json.object()
        .put("name", context.tool().name())
        .put("version", context.tool().version())
        .put("sha256", Json.NULL)
        .build();
  }

  /// What the plan said: what changes from what to what and why, what would have refused it and the
  /// flag that lifted it, the waivers that stood.
  private static Json planned(@Nullable ProcessPlan plan, String member) {
    return Json.array(plan == null ? List.of() : PlanFile.toJson(plan).items(member));
  }

  private static Json dateJson(DefinitionDate row) {
    return Json.object()
        .put("address", row.address())
        .put("field", row.field())
        .put("date", row.date())
        .put("derivation", row.derivationSteps())
        .build();
  }
}
