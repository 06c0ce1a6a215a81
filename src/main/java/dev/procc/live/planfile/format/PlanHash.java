package dev.procc.live.planfile.format;

import dev.procc.base.json.Json;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanHeader;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.PlannedLedgerUpdate;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Replacement;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The hash to which an approval refers: the target of a plan, what was seen, what will be sent,
/// and what people are shown of it.
///
/// Two plans of the same change have the same hash however they came about: times, revisions, the
/// places of source lines and their order, and the author do not count. `PlanHashTest` lists what
/// else does not, and why.
public final class PlanHash {
  /// `Mon 2024-12-30 15:04 UTC` and `2024-12-30T15:04:05Z`.
  private static final Pattern INSTANT =
      Pattern.compile(
          "\\p{Alpha}{3} \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} UTC"
              + "|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[0-9.]*Z");

  private PlanHash() {}

  /// The hash of one process.
  ///
  /// @param names at least those of the ids in the plan of the process
  public static String of(PlanHeader header, ProcessPlan process, DisplayNames names) {
    List<Json> calls = new ArrayList<>();
    boolean creates = false;
    LiveState live = process.live();
    String seen = live.contentHash();
    UnaryOperator<String> approved = whole -> LiveProcess.approvedHash(whole, live.revision());
    for (PlanOperation operation : process.operations()) {
      calls.add(OperationFormat.OPERATION.writer().apply(operation.withContent(approved)));
      creates |= operation.kind() == OperationKind.CREATE;
    }
    Json.Builder content =
        Json.object()
            .put("apiVersion", header.apiVersion())
            .put("origin", ApiOrigin.of(header.apiUrl()))
            .put("target", header.target())
            .put("key", process.identity())
            .putNullable("id", process.id())
            .putNullable("content", seen == null ? null : approved.apply(seen))
            .put("operations", Json.array(calls));
    if (creates) {
      content.put("lookAlikes", Json.texts(live.duplicateCandidates()));
    }
    putState(content, process);
    putExplanation(content, process);
    putSafety(content, process);
    Set<String> shown = process.shownTexts();
    putNames(content, "people", shown, names.people());
    putNames(content, "documents", shown, names.documents());
    return ProcessJson.sha256(content.build());
  }

  private static void putState(Json.Builder content, ProcessPlan process) {
    content
        .put("name", process.name())
        .put("runs", process.runState().word())
        .put("ledger", process.live().ledger().name())
        .put("actions", Json.texts(process.actions().stream().map(PlanAction::word).toList()))
        .put("nodeCount", process.definition().nodeCount())
        .put("dateCount", process.definition().dateCount());
    PlannedLedgerUpdate noted = process.work().ledgerUpdate();
    if (noted != null && noted.protect()) {
      content.put("protect", true);
    }
    if (noted != null && noted.onRemoval() == RemovalPolicy.TRASH) {
      content.put("onRemoval", noted.onRemoval().text());
    }
    List<Json> dates = new ArrayList<>();
    for (DefinitionDate date : process.definition().dates()) {
      dates.add(Json.texts(List.of(date.address(), date.field(), date.date())));
    }
    content.put("dates", Json.array(dates));
  }

  private static void putExplanation(Json.Builder content, ProcessPlan process) {
    List<Json> changes = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      Json.Obj json = (Json.Obj) ChangeFormat.CHANGE.writer().apply(change);
      changes.add(json.with("causes", causes(change)));
    }
    Replacement replacement = process.explanation().replacement();
    content
        .put("changes", Json.array(changes))
        .put("replacePaths", ChangeFormat.REPLACEMENT_CAUSES.writer().apply(replacement.causes()))
        .put("losses", Json.texts(replacement.losses()))
        .put("carried", Json.texts(replacement.carriedOver()))
        .put(
            "predictedShifts",
            ChangeFormat.SHIFTS.writer().apply(process.explanation().predictedShifts()))
        .put(
            "loads",
            ChangeFormat.WORKLOADS.writer().apply(process.explanation().workloadChanges()));
    if (replacement.counterfactual() != null) {
      content.put(
          "counterfactual",
          ChangeFormat.COUNTERFACTUAL.writer().apply(replacement.counterfactual()));
    }
  }

  /// The lines that caused a change, without files and numbers: files are renamed, and lines move
  /// with those above them.
  private static Json causes(FieldChange change) {
    return Json.texts(change.causes().stream().map(Cause::text).sorted().toList());
  }

  private static void putSafety(Json.Builder content, ProcessPlan process) {
    content
        .put("refusals", refusals(process.refusals()))
        .put("lifted", refusals(process.safety().lifted()))
        .put("warnings", Json.texts(process.warnings()))
        .put("assumes", Json.texts(process.safety().assumptions()));
  }

  /// The refusals without the times at which something was edited or begun.
  private static Json refusals(List<PlanRefusal> refusals) {
    List<Json> all = new ArrayList<>();
    for (PlanRefusal refusal : refusals) {
      all.add(
          PlanFormat.REFUSAL
              .writer()
              .apply(
                  refusal.withoutArguments().with(words -> INSTANT.matcher(words).replaceAll(""))));
    }
    return Json.array(all);
  }

  /// Puts the names for the ids that occur in the plan of a process.
  private static void putNames(
      Json.Builder content, String member, Set<String> shown, Map<String, String> names) {
    Map<String, String> within = new TreeMap<>();
    for (String text : shown) {
      String name = names.get(text);
      if (name != null) {
        within.put(text, name);
      }
    }
    if (!within.isEmpty()) {
      Json.Builder named = Json.object();
      within.forEach(named::put);
      content.put(member, named.build());
    }
  }
}
