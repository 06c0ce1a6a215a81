package dev.procc.live.evidence;

import dev.procc.base.json.Json;
import dev.procc.base.text.Sha256;
import dev.procc.live.ledger.ApplyStep;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.FailedChecks;
import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.LintWarning;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.ToolVersion;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.BodyNodes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The writer of the record of what was done to one process: who requested and approved, what was
/// sent, what was read back. Each record contains the hash of the one before it, and the ledger
/// that of the last, so that none can be changed or removed unnoticed.
public final class EvidenceWriter {
  /// The version of the records that this program writes.
  public static final String VERSION = "1.7";

  /// The members that are written with one item a line.
  private static final Set<String> LISTS =
      Set.of(
          "changes", "created", "lifted", "planWarnings", "dates", "names", "waivers", "warnings");

  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final EvidenceStore store;
  private final EvidenceContext context;
  private final Clock clock;

  /// The context of a change, from the command line.
  ///
  /// @param changeMetadata `commit`, `pullRequest`, `author`, `approver`, `approvedAt`, `reason`,
  ///   as far as the CI or the command line provides them
  /// @param by who ran this program, and where: `dana@build-7`
  /// @param approvedHash the plan hash that was shown or approved; empty if it is that of the
  ///   applied plan
  /// @param lint the result of linting the definitions
  /// @param names for ids in the definitions
  /// @param titles the titles and names of nodes, by address; empty for a node without one
  public record EvidenceContext(
      ToolVersion tool,
      Map<String, String> changeMetadata,
      String by,
      String approvedHash,
      LintStatus lint,
      DisplayNames names,
      UnaryOperator<String> titles) {}

  public EvidenceWriter(EvidenceStore store, EvidenceContext context, Clock clock) {
    this.store = store;
    this.context = context;
    this.clock = clock;
  }

  /// Writes the record of a process that was changed.
  ///
  /// @param plan that was applied; null if it is lost, or there was none
  /// @param lifted refusals that were overridden, besides those of the plan
  public void write(
      ApplySettings settings,
      @Nullable ProcessPlan plan,
      ProcessResult result,
      List<PlanRefusal> lifted)
      throws IOException {
    String target = settings.target();
    String identity = result.identity();
    LedgerEntry entry = store.entry(target, identity);
    EvidenceHead last = EvidenceChain.end(store.records(target, identity), entry);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Json.Builder record = Json.object();
    Json.Obj shown = plan == null ? Json.Obj.EMPTY : PlanFile.toJson(plan);
    putOrigin(record, settings, now.toString());
    record.putNullable("previousRecord", last.hash().isEmpty() ? null : last.hash());
    putPlan(record, plan, shown, lifted);
    putCircumstances(record, entry);
    record.put("result", result.toJson());
    putNames(record, plan);
    putContent(record, plan, shown);
    String page = EvidenceRecordText.render(record.build());
    Json.Obj whole = record.put("page", Sha256.hex(page)).build();
    String number = String.valueOf(last.count() + 1);
    String name =
        "0".repeat(Math.max(0, 4 - number.length())) + number + "-" + FILE_TIME.format(now);
    store.add(target, identity, new EvidenceFile(name, whole.lines(LISTS), page), entry, last);
  }

  /// Who asks for the change, as the CI or the command line says; else who runs this program.
  String requester() {
    return context.changeMetadata().getOrDefault("author", context.by());
  }

  /// The ledger entry of a process; null if there is none.
  @Nullable LedgerEntry entry(String target, String identity) throws IOException {
    return store.entry(target, identity);
  }

  /// The record of a process that is still to be written; null if there is none, or the program
  /// that changed the process is to be resumed.
  EvidenceHead.@Nullable OwedRecord owed(String target, String identity) throws IOException {
    LedgerEntry entry = store.entry(target, identity);
    if (entry == null || entry.history().owedRecord() == null) {
      return null;
    }
    PendingStep pending = entry.pending();
    boolean isDone =
        pending == null || pending.step().filter(ApplyStep.FORGETTING::equals).isPresent();
    return isDone ? EvidenceChain.owed(store.records(target, identity), entry) : null;
  }

  /// Notes in the entry that the last record was written, if a program was killed right before
  /// that: the next change of the entry would take its own record for that one.
  void noteWritten(LedgerEntry entry) throws IOException {
    EvidenceHead head = entry.history().evidence();
    String written = head == null ? null : head.next();
    if (head == null || written == null || entry.history().owedRecord() == null) {
      return;
    }
    if (EvidenceChain.owed(store.records(entry.target(), entry.identity()), entry) == null) {
      try {
        store
            .ledger()
            .save(entry.withEvidence(head, written), entry.identity() + ": evidence noted");
      } catch (LedgerException e) {
        throw EvidenceStore.failure(e);
      }
    }
  }

  /// Checks that the record of a process can be written: what cannot be recorded is not done.
  ///
  /// @throws IOException if it cannot
  public void checkWritable(String target, String identity) throws IOException {
    store.checkWritable(target, identity);
  }

  /// Puts where, by whom and with which program it was done.
  private void putOrigin(Json.Builder record, ApplySettings settings, String writtenAt) {
    Json.Builder change = Json.object();
    context.changeMetadata().forEach(change::put);
    record
        .put("formatVersion", VERSION)
        .put("at", writtenAt)
        .put("by", context.by())
        .put("tool", toolJson())
        .put("target", settings.target())
        .put("apiUrl", settings.origin())
        .putNullable("canary", settings.canary().orElse(null))
        .put("change", change.build());
  }

  /// Puts the plan, its warnings, its refusals and the flags that lifted them.
  private void putPlan(
      Json.Builder record, @Nullable ProcessPlan plan, Json.Obj shown, List<PlanRefusal> lifted) {
    List<Json> allLifted = new ArrayList<>(shown.items("lifted"));
    for (PlanRefusal refusal : lifted) {
      allLifted.add(
          Json.object()
              .put("rule", refusal.rule())
              .put("message", refusal.message())
              .putNullable("flag", refusal.flag())
              .build());
    }
    String approved = context.approvedHash();
    record
        .put(
            "planHash",
            Json.object()
                .putNullable("shown", approved.isEmpty() ? null : approved)
                .put("applied", plan == null ? "" : plan.hash())
                .build())
        .put("lifted", Json.array(allLifted))
        .put("planWarnings", Json.array(shown.items("warnings")));
  }

  /// Puts the content of the plan: what changes from what to what and why, every group and task of
  /// a created process, and every date with its days. It is long and comes last: the next plan
  /// reads what is before it.
  private void putContent(Json.Builder record, @Nullable ProcessPlan plan, Json.Obj shown) {
    List<Json> dates = new ArrayList<>();
    for (DefinitionDate date :
        plan == null ? List.<DefinitionDate>of() : plan.definition().dates()) {
      dates.add(dateJson(date, plan));
    }
    List<Json> created = new ArrayList<>();
    for (PlanOperation operation : plan == null ? List.<PlanOperation>of() : plan.operations()) {
      if (operation.kind() == OperationKind.CREATE && operation.body() instanceof Json.Obj body) {
        addNodes(BodyNodes.root(body), created);
      }
    }
    record
        .put("changes", Json.array(shown.items("changes")))
        .put("created", Json.array(created))
        .put("dates", Json.array(dates));
  }

  /// Adds the nodes below a group as they were sent, in document order, each without its children.
  private static void addNodes(Json.Obj group, List<Json> nodes) {
    for (Json child : BodyNodes.children(group)) {
      Json.Obj envelope = (Json.Obj) child;
      Json.Obj inner = envelope.obj("group").orElse(null);
      if (inner == null) {
        nodes.add(envelope);
      } else {
        nodes.add(envelope.with("group", BodyNodes.withChildren(inner, List.of())));
        addNodes(inner, nodes);
      }
    }
  }

  /// Puts the names of its ids at that time: a person may have left since.
  private void putNames(Json.Builder record, @Nullable ProcessPlan plan) {
    Set<String> texts = plan == null ? Set.of() : plan.shownTexts();
    Json.Builder names = Json.object();
    for (Map<String, String> each :
        List.of(context.names().people(), context.names().documents())) {
      each.forEach((id, name) -> {
        if (texts.contains(id)) {
          names.put(id, name);
        }
      });
    }
    record.put("names", names.build());
  }

  /// Puts the circumstances: findings of the definitions, and waivers.
  private void putCircumstances(Json.Builder record, @Nullable LedgerEntry entry) {
    LintStatus lint = context.lint();
    List<Json> warnings = new ArrayList<>();
    for (LintWarning warning : lint.warnings()) {
      warnings.add(
          Json.object()
              .put("code", warning.code())
              .put("name", warning.name())
              .put("at", warning.location())
              .put("about", warning.about())
              .put("message", warning.message())
              .build());
    }
    List<DriftWaiver> waivers = entry == null ? List.of() : entry.waivers();
    record
        .put("waivers", Json.array(waivers.stream().map(DriftWaiver::toJson).toList()))
        .put("checks", Json.texts(lint.checked()))
        .put("failedChecks", Json.texts(FailedChecks.of(lint)))
        .put("notChecked", Json.texts(lint.notChecked()))
        .put(EvidenceLog.STANDING, lint.warningCount())
        .put(EvidenceLog.WARNINGS, Json.array(warnings));
  }

  private Json toolJson() {
    return Json.object()
        .put("name", context.tool().name())
        .put("version", context.tool().version())
        .put("sha256", Json.NULL)
        .build();
  }

  /// A date of the definition; if it was not written because of a waiver, with the value in
  /// Workiva.
  private Json dateJson(DefinitionDate row, @Nullable ProcessPlan plan) {
    Json.Builder date =
        Json.object()
            .put("address", row.address())
            .put("field", row.field())
            .put("date", row.date())
            .put("derivation", row.derivationSteps());
    String title = context.titles().apply(row.address());
    if (!title.isEmpty()) {
      date.put("title", title);
    }
    for (FieldChange change : plan == null ? List.<FieldChange>of() : plan.changes()) {
      if (!change.isEffective()
          && change.address().equals(row.address())
          && change.field().equals(row.field())) {
        Json live = change.before();
        date.put("inWorkiva", live == null ? Json.NULL : live);
      }
    }
    return date.build();
  }
}
