package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.api.ApiError;
import dev.procc.live.api.ApiException;
import dev.procc.live.evidence.EvidenceRecorder;
import dev.procc.live.evidence.EvidenceWriter;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.LiveReader;
import dev.procc.live.execution.ProcessApply;
import dev.procc.live.execution.RunStart;
import dev.procc.live.execution.ServerFindingLocator;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.RunRecord;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ProcessResult.ApplyDetails;
import dev.procc.live.outcome.ProcessResult.Conclusion;
import dev.procc.live.outcome.ProcessResult.ProcessIds;
import dev.procc.live.outcome.ProcessResult.WrittenCall;
import dev.procc.live.outcome.ReadBack;
import dev.procc.live.outcome.ServerFinding;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.runplan.RunConfirmation;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.RunSummary;
import dev.procc.live.wire.WireException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The commands about runs: the server's validation, starting a run, and its status by the keys of
/// definitions.
public final class ProcessRuns {
  private final ApplyContext context;
  private final LiveReader reader;
  private final EvidenceRecorder evidence;

  public ProcessRuns(ApplyContext context) {
    this(context, null);
  }

  /// @param writer of the evidence; null if none is kept
  public ProcessRuns(ApplyContext context, @Nullable EvidenceWriter writer) {
    this.context = context.withEvidence(writer != null);
    this.evidence = new EvidenceRecorder(context.settings(), writer, context::requireFree);
    this.reader = context.reader();
  }

  /// The findings of the server's own validation, each at its address.
  ///
  /// @throws ApplyException if the key has no process, or a call fails
  public List<ServerFinding> validate(String identity) throws ApplyException {
    return validate(requireEntry(identity));
  }

  private List<ServerFinding> validate(LedgerEntry entry) throws ApplyException {
    String id = requireLiveId(entry);
    try {
      List<ApiError> errors = context.api().validate(id);
      return errors.isEmpty()
          ? List.of()
          : ServerFindingLocator.locate(errors, entry, reader.getJson(id));
    } catch (ApiException e) {
      throw ApplyException.of(e);
    }
  }

  // Starting

  /// An option of starting a run.
  public enum StartOption {
    /// The caller gets a mail when it ends.
    COMPLETION_MAIL,
    /// It starts although an earlier one has ended.
    AGAIN
  }

  /// The last run of a process, if it has ended.
  public Optional<RunSummary> endedRun(String identity) throws ApplyException {
    String id = requireEntry(identity).id();
    return Optional.ofNullable(id == null ? null : listedRun(id)).filter(RunSummary::isFinished);
  }

  /// Starts a run, after a validation without errors and only if no run is active. The call is
  /// never repeated; if its response is lost, the list shows whether a run has begun.
  ///
  /// @return the id of the run, which is then in the ledger
  /// @throws ApplyException `INVALID` with findings, `REFUSED` if a run is active, or has ended and
  ///   `AGAIN` is missing, `PARTIAL` if it is unknown whether the run began
  public String start(String identity, Set<StartOption> options) throws ApplyException {
    context.requireReach(identity);
    evidence.complete(identity, null);
    LedgerEntry entry = requireEntry(identity);
    String id = requireLiveId(entry);
    requireIdle(entry);
    requireValid(entry);
    RunSummary runBefore = listedRun(id);
    requireStartable(identity, runBefore, options);
    if (context.settings().stopRequested().getAsBoolean()) {
      throw ApplyException.of(
          Verdict.INTERRUPTED, "Stopped before the run was started", "Try again");
    }
    evidence.requireWritable(identity);
    ProcessApply apply = ProcessApply.of(context, entry, id).withAction("run");
    apply.live().process(); // the record says which revision it is that runs
    RunStart run = new RunStart(apply, id);
    String runId = run.send(runBefore, options.contains(StartOption.COMPLETION_MAIL));
    requireRecorded(
        evidence.record(null, run.started(runId, ReadBack.NOT_READ), List.of()),
        "The run " + runId + " has begun");
    return runId;
  }

  private void requireStartable(
      String identity, @Nullable RunSummary runBefore, Set<StartOption> options)
      throws ApplyException {
    if (runBefore != null && !runBefore.isFinished()) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "A run of " + identity + " is active: " + runBefore.id() + ", " + runBefore.status(),
          "procc status " + identity);
    }
    if (runBefore != null && !options.contains(StartOption.AGAIN)) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "A run of "
              + identity
              + " has "
              + runBefore.endText(context.settings().day().zone())
              + ": "
              + runBefore.id(),
          "procc run " + identity + " --again sends its tasks to people once more");
    }
  }

  private static ProcessResult result(
      LedgerEntry entry, String action, Conclusion conclusion, WrittenCall... calls) {
    return new ProcessResult(
        entry.identity(),
        entry.name(),
        action,
        conclusion,
        new ProcessIds(entry.id(), null, null, null),
        new ApplyDetails(List.of(calls), List.of(), List.of(), List.of()));
  }

  private static void requireRecorded(ProcessResult noted, String done) throws ApplyException {
    if (noted.verdict() == Verdict.PARTIAL && !noted.details().warnings().isEmpty()) {
      throw ApplyException.of(
          Verdict.PARTIAL,
          done + "; " + noted.details().warnings().getLast(),
          "procc log " + noted.identity() + " shows what is on record");
    }
  }

  private static void requireIdle(LedgerEntry entry) throws ApplyException {
    if (entry.pending() != null) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "An apply of " + entry.identity() + " is not ended",
          "procc apply --resume " + entry.identity());
    }
  }

  private void requireValid(LedgerEntry entry) throws ApplyException {
    context.events().step(entry.identity(), "let the server validate it");
    List<ServerFinding> findings = validate(entry);
    if (!findings.isEmpty()) {
      throw ApplyException.invalid(
          "The server's validation found "
              + Plural.of(findings.size(), "error")
              + "; a run would not start",
          "Correct the definition, then procc plan and procc apply",
          findings);
    }
  }

  // Looking

  /// The status of the latest run of a process; empty if there is none.
  public Optional<RunStatus> status(String identity) throws ApplyException {
    String runId = latestRun(requireEntry(identity));
    return runId == null ? Optional.empty() : Optional.of(status(identity, runId));
  }

  /// The status of a run.
  public RunStatus status(String identity, String runId) throws ApplyException {
    LedgerEntry entry = requireEntry(identity);
    try {
      Json.Obj run = context.api().getRun(runId, true);
      return RunStatusReader.read(entry, run, context.settings().day());
    } catch (ApiException e) {
      throw ApplyException.of(e);
    }
  }

  /// The last run of a process with its nodes; empty if there is none.
  public Optional<LastRun> lastRun(String identity) throws ApplyException {
    try {
      if (context.store().load(context.settings().target(), identity).isEmpty()) {
        return Optional.empty();
      }
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
    LedgerEntry entry = requireEntry(identity);
    String runId = latestRun(entry);
    if (runId == null) {
      return Optional.empty();
    }
    try {
      Json.Obj run = context.api().getRun(runId, true);
      Set<String> added = new LinkedHashSet<>();
      for (RunRecord record : entry.history().runRecords()) {
        if (record.isAddedTask()) {
          added.add(record.id());
        }
      }
      return Optional.of(
          new LastRun(
              RunStatusReader.read(entry, run, context.settings().day()),
              RunTree.of(run).tree(),
              added));
    } catch (ApiException e) {
      throw ApplyException.of(e);
    } catch (WireException e) {
      throw ApplyException.of(
          Verdict.FAILED, "the run " + runId + " cannot be read: " + e.getMessage(), "");
    }
  }

  /// Reads back the manual steps of a run, and records in the ledger those that are done.
  ///
  /// @param runId null for the latest run
  /// @return null if there is no run
  public @Nullable RunConfirmation confirm(DesiredProcess desired, @Nullable String runId)
      throws ApplyException {
    String identity = desired.identity();
    evidence.complete(identity, null);
    LedgerEntry entry = requireEntry(identity);
    String run = runId != null ? runId : latestRun(entry);
    if (run == null) {
      return null;
    }
    RunTree tree = reader.getRun(run);
    if (!entry.ids().contains(tree.process())) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "The run " + run + " is of " + tree.process() + ", not of " + identity,
          "procc status " + identity);
    }
    RunConfirmation confirmation =
        RunConfirmation.of(desired, entry, tree, context.settings().day());
    List<RunConfirmation.ConfirmedStep> steps =
        confirmation.done().stream().filter(done -> !done.inLedger()).toList();
    if (!steps.isEmpty()) {
      record(entry, run, confirmation, steps);
    }
    return confirmation;
  }

  /// @param steps that people did and that are not recorded yet
  private void record(
      LedgerEntry entry,
      String run,
      RunConfirmation confirmation,
      List<RunConfirmation.ConfirmedStep> steps)
      throws ApplyException {
    String identity = entry.identity();
    evidence.requireWritable(identity);
    String readAt =
        context.api().serverTime().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS).toString();
    List<RunRecord> newRecords = new ArrayList<>();
    List<WrittenCall> calls = new ArrayList<>();
    for (RunConfirmation.ConfirmedStep step : steps) {
      newRecords.add(step.toRunRecord(run, identity, readAt));
      calls.add(
          new WrittenCall(
              step.id(),
              "by hand: " + step.screen() + ", " + byHand(step),
              1,
              ReadBack.AS_PREDICTED));
    }
    try {
      String note = "read back in run " + run;
      LedgerEntry confirmed = entry.withRunRecords(newRecords);
      context.store().save(context.owing(confirmed, "confirm", note, ""), identity + ": " + note);
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
    Verdict verdict = confirmation.isComplete() ? Verdict.APPLIED : Verdict.PARTIAL;
    String message = Plural.of(steps.size(), "step") + " by hand read back in run " + run;
    ProcessResult result =
        result(
            entry,
            "confirm",
            new Conclusion(verdict, message, ""),
            calls.toArray(WrittenCall[]::new));
    requireRecorded(evidence.record(null, result, List.of()), message);
  }

  private static String byHand(RunConfirmation.ConfirmedStep step) {
    Json now = step.value();
    return step.address()
        + ":"
        + step.field()
        + " is now "
        + (now == null ? "absent" : now.write());
  }

  /// The run that the list shows for the process, otherwise the last one that the ledger knows.
  private @Nullable String latestRun(LedgerEntry entry) throws ApplyException {
    String id = entry.id();
    RunSummary listed = id == null ? null : listedRun(id);
    if (listed != null && !listed.id().isEmpty()) {
      return listed.id();
    }
    List<String> known = entry.history().runIds();
    return known.isEmpty() ? null : known.getLast();
  }

  private @Nullable RunSummary listedRun(String id) throws ApplyException {
    return reader.list(context.recordedIds()).run(id);
  }

  private LedgerEntry requireEntry(String identity) throws ApplyException {
    return ProcessLifecycle.requireEntry(context, identity);
  }

  private static String requireLiveId(LedgerEntry entry) throws ApplyException {
    String id = entry.id();
    if (id == null) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "The ledger of target "
              + entry.target()
              + " knows no live process of "
              + entry.identity(),
          "procc plan and procc apply create it");
    }
    return id;
  }
}
