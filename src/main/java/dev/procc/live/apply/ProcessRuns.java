package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.api.ApiError;
import dev.procc.live.api.ApiException;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.LiveReader;
import dev.procc.live.execution.LostResponse;
import dev.procc.live.execution.ServerFindingLocator;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.RunRecord;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ServerFinding;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.runplan.RunConfirmation;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.RunSummary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Validation by the server, starting a run, and how a run stands: by the keys of definitions.
public final class ProcessRuns {
  private final ApplyContext context;
  private final LiveReader reader;

  public ProcessRuns(ApplyContext context) {
    this.context = context;
    this.reader = context.reader();
  }

  /// What the server's own validation finds, each at its address.
  ///
  /// @throws ApplyException if the key has no process, or a call fails
  public List<ServerFinding> validate(String identity) throws ApplyException {
    LedgerEntry entry = requireEntry(identity);
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

  /// Starts a run, after a validation without errors and only if no run is active. The call is
  /// never repeated; if its response is lost, the list says whether a run has begun.
  ///
  /// @param completionMail whether whoever starts it gets a mail when it ends
  /// @return the id of the run, which is in the ledger then
  /// @throws ApplyException `INVALID` with findings, `REFUSED` if a run is active, `PARTIAL` if
  ///   nobody can tell whether it began
  public String start(String identity, boolean completionMail) throws ApplyException {
    context.requireReach(identity);
    LedgerEntry entry = requireEntry(identity);
    String id = requireLiveId(entry);
    if (entry.pending() != null) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "An apply of " + identity + " is not ended",
          "procc apply --resume " + identity);
    }
    requireValid(identity);
    RunSummary runBefore = listedRun(id);
    if (runBefore != null && !runBefore.isFinished()) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "A run of " + identity + " is active: " + runBefore.id() + ", " + runBefore.status(),
          "procc status " + identity);
    }
    if (context.settings().stopRequested().getAsBoolean()) {
      throw ApplyException.of(
          Verdict.INTERRUPTED, "Stopped before the run was started", "Run it again");
    }
    context.events().step(identity, "start the run");
    String runId = sendStart(entry, id, runBefore, completionMail);
    try {
      context.store().save(entry.withRun(runId), identity + ": run " + runId);
    } catch (LedgerException e) {
      throw ApplyException.of(
          Verdict.PARTIAL,
          "The run " + runId + " has begun, and the ledger did not take it: " + e.getMessage(),
          "Do not start it again; procc status --run " + runId);
    }
    return runId;
  }

  private void requireValid(String identity) throws ApplyException {
    context.events().step(identity, "let the server validate it");
    List<ServerFinding> findings = validate(identity);
    if (!findings.isEmpty()) {
      throw ApplyException.invalid(
          "The server's validation found "
              + Plural.of(findings.size(), "error")
              + "; a run would not start",
          "Correct the definition, then procc plan and procc apply",
          findings);
    }
  }

  private String sendStart(
      LedgerEntry entry, String id, @Nullable RunSummary runBefore, boolean completionMail)
      throws ApplyException {
    try {
      return context.api().run(id, completionMail).text("id").orElse("");
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        throw e.kind() == ApiException.ApiErrorKind.CONFLICT
            ? ApplyException.of(Verdict.REFUSED, e.getMessage(), e.help())
            : ApplyException.of(e);
      }
      String beforeId = runBefore == null ? "" : runBefore.id();
      return new LostResponse(context, entry.identity())
          .lookOnce(
              () -> Optional.ofNullable(listedRun(id)),
              run -> run.map(RunSummary::id).filter(r -> !r.isEmpty() && !r.equals(beforeId)))
          .orElseThrow(() ->
              ApplyException.of(
                  Verdict.PARTIAL,
                  e.getMessage() + "; the list shows no new run",
                  "Look with procc status " + entry.identity() + " before starting it again"));
    }
  }

  // Looking

  /// How the latest run of a process stands; empty if there is none.
  public Optional<RunStatus> status(String identity) throws ApplyException {
    String runId = latestRun(requireEntry(identity));
    return runId == null ? Optional.empty() : Optional.of(status(identity, runId));
  }

  /// How a run stands.
  public RunStatus status(String identity, String runId) throws ApplyException {
    LedgerEntry entry = requireEntry(identity);
    try {
      Json.Obj run = context.api().getRun(runId, true);
      return RunStatusReader.read(entry, run, context.settings().today());
    } catch (ApiException e) {
      throw ApplyException.of(e);
    }
  }

  /// Reads the manual steps of a run back, and records in the ledger those that are done.
  ///
  /// @param runId null for the latest run
  /// @return null if there is no run
  public @Nullable RunConfirmation confirm(DesiredProcess desired, @Nullable String runId)
      throws ApplyException {
    String identity = desired.identity();
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
    RunConfirmation confirmation = RunConfirmation.of(desired, entry, tree);
    List<RunRecord> newRecords = new ArrayList<>();
    Instant readAt = context.api().serverTime().orElse(Instant.EPOCH);
    for (RunConfirmation.ConfirmedStep done : confirmation.done()) {
      if (!done.inLedger()) {
        newRecords.add(
            done.toRunRecord(run, identity, readAt.truncatedTo(ChronoUnit.SECONDS).toString()));
      }
    }
    if (!newRecords.isEmpty()) {
      try {
        context
            .store()
            .save(entry.withRunRecords(newRecords), identity + ": read back in run " + run);
      } catch (LedgerException e) {
        throw ApplyException.of(e);
      }
    }
    return confirmation;
  }

  /// The run that the list shows of the process, else the last one that the ledger knows.
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
