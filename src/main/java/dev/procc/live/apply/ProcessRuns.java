package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiError;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.Sleeper;
import dev.procc.live.execution.LiveReader;
import dev.procc.live.execution.ServerFindingLocator;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.RunRecord;
import dev.procc.live.outcome.ApplyEvents;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.ServerFinding;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.runplan.RunConfirmation;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Validation by the server, starting a run, and how a run stands: by the keys of definitions.
public final class ProcessRuns {
  /// The server works on a request for 29 s at most.
  private static final Duration SERVER_LIMIT = Duration.ofSeconds(30);

  private final ApiClient api;
  private final LedgerStore store;
  private final ApplySettings settings;
  private final ApplyEvents events;
  private final Sleeper sleeper;
  private final LiveReader reader;

  public ProcessRuns(
      ApiClient api, LedgerStore store, ApplySettings settings, ApplyEvents events, Sleeper pause) {
    this.api = api;
    this.store = store;
    this.settings = settings;
    this.events = events;
    this.sleeper = pause;
    this.reader = new LiveReader(api);
  }

  /// What the server's own validation finds, each at its address.
  ///
  /// @throws ApplyException where the key has no process, or a call fails
  public List<ServerFinding> validate(String identity) throws ApplyException {
    LedgerEntry entry = requireEntry(identity);
    String id = requireLiveId(entry);
    try {
      List<ApiError> errors = api.validate(id);
      return errors.isEmpty()
          ? List.of()
          : ServerFindingLocator.locate(errors, entry, reader.getJson(id));
    } catch (ApiException e) {
      throw ApplyException.of(e);
    }
  }

  /// Starts a run: after a validation without errors, and where none is active. The call is never
  /// repeated; when its answer is lost, the list says whether a run has begun.
  ///
  /// @param completionMail whether whoever starts it gets a mail when it ends
  /// @return the id of the run, which is in the ledger then
  /// @throws ApplyException `INVALID` with findings, `REFUSED` where a run is active, `PARTIAL`
  ///   where nobody can tell whether it began
  public String start(String identity, boolean completionMail) throws ApplyException {
    LedgerEntry entry = requireEntry(identity);
    String id = requireLiveId(entry);
    if (entry.pending() != null) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "An apply of " + identity + " is not ended",
          "procc apply --resume " + identity);
    }
    events.step(identity, "let the server validate it");
    List<ServerFinding> findings = validate(identity);
    if (!findings.isEmpty()) {
      throw ApplyException.invalid(
          "The server's validation found "
              + findings.size()
              + (findings.size() == 1 ? " error" : " errors")
              + "; a run would not start",
          "Correct the definition, then procc plan and procc apply",
          findings);
    }
    RunSummary runBefore = reader.list(new LinkedHashSet<>()).run(id);
    if (runBefore != null && !runBefore.isFinished()) {
      throw ApplyException.of(
          Verdict.REFUSED,
          "A run of " + identity + " is active: " + runBefore.id() + ", " + runBefore.status(),
          "procc status " + identity);
    }
    if (settings.stopRequested().getAsBoolean()) {
      throw ApplyException.of(
          Verdict.INTERRUPTED, "Stopped before the run was started", "Run it again");
    }
    events.step(identity, "start the run");
    String run = sendStart(identity, id, runBefore, completionMail);
    try {
      store.save(entry.withRun(run), identity + ": run " + run);
    } catch (LedgerException e) {
      throw ApplyException.of(
          Verdict.PARTIAL,
          "The run " + run + " has begun, and the ledger did not take it: " + e.getMessage(),
          "Do not start it again; procc status --run " + run);
    }
    return run;
  }

  private String sendStart(
      String identity, String id, @Nullable RunSummary runBefore, boolean completionMail)
      throws ApplyException {
    try {
      return api.run(id, completionMail).text("id").orElse("");
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        throw e.kind() == ApiException.ApiErrorKind.CONFLICT
            ? ApplyException.of(Verdict.REFUSED, e.getMessage(), e.help())
            : ApplyException.of(e);
      }
      return resolveLostResponse(identity, id, runBefore, e);
    }
  }

  private String resolveLostResponse(
      String identity, String id, @Nullable RunSummary runBefore, ApiException lostResponse)
      throws ApplyException {
    events.waiting(identity, SERVER_LIMIT, "the answer was lost, the server may still be at work");
    try {
      sleeper.sleep(SERVER_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    RunSummary runNow = reader.list(new LinkedHashSet<>()).run(id);
    if (runNow != null
        && !runNow.id().isEmpty()
        && (runBefore == null || !runNow.id().equals(runBefore.id()))) {
      return runNow.id();
    }
    throw ApplyException.of(
        Verdict.PARTIAL,
        lostResponse.getMessage() + "; the list shows no new run",
        "Look with procc status " + identity + " before starting it again");
  }

  /// How the latest run of a process stands; empty where there is none.
  public Optional<RunStatus> status(String identity) throws ApplyException {
    LedgerEntry entry = requireEntry(identity);
    String id = entry.id();
    RunSummary listed = id == null ? null : reader.list(new LinkedHashSet<>()).run(id);
    if (listed != null && !listed.id().isEmpty()) {
      return Optional.of(status(identity, listed.id()));
    }
    return entry.history().runIds().isEmpty()
        ? Optional.empty()
        : Optional.of(status(identity, entry.history().runIds().getLast()));
  }

  /// How that run stands.
  public RunStatus status(String identity, String runId) throws ApplyException {
    LedgerEntry entry = requireEntry(identity);
    try {
      Json.Obj run = api.getRun(runId, true);
      return RunStatusReader.read(entry, run, settings.today());
    } catch (ApiException e) {
      throw ApplyException.of(e);
    }
  }

  /// Reads the list for hands back, and notes in the ledger what is done.
  ///
  /// @param runId that run; absent for the latest one
  /// @return absent where there is no run
  public @Nullable RunConfirmation confirm(DesiredProcess desired, @Nullable String runId)
      throws ApplyException {
    String identity = desired.identity();
    LedgerEntry entry = requireEntry(identity);
    String id = entry.id();
    RunSummary listed =
        runId != null || id == null ? null : reader.list(new LinkedHashSet<>()).run(id);
    String run =
        runId != null
            ? runId
            : listed != null && !listed.id().isEmpty()
                ? listed.id()
                : entry.history().runIds().isEmpty() ? null : entry.history().runIds().getLast();
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
    String readAt =
        api.serverTime().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS).toString();
    for (RunConfirmation.ConfirmedStep done : confirmation.done()) {
      if (!done.inLedger()) {
        newRecords.add(done.toRunRecord(run, identity, readAt));
      }
    }
    if (!newRecords.isEmpty()) {
      try {
        store.save(entry.withRunRecords(newRecords), identity + ": read back in run " + run);
      } catch (LedgerException e) {
        throw ApplyException.of(e);
      }
    }
    return confirmation;
  }

  private LedgerEntry requireEntry(String identity) throws ApplyException {
    return ProcessLifecycle.requireEntry(store, settings, identity);
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
