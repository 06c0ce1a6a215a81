package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.Fault;
import dev.procc.live.api.Pause;
import dev.procc.live.ledger.InRun;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.plan.Desired;
import dev.procc.live.plan.RunConfirmation;
import dev.procc.live.plan.RunTree;
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
public final class Runs {
  /// The server works on a request for 29 s at most.
  private static final Duration SERVER_LIMIT = Duration.ofSeconds(30);

  private final ApiClient api;
  private final LedgerStore store;
  private final ApplySettings settings;
  private final ApplyEvents events;
  private final Pause pause;
  private final LiveReader reader;

  public Runs(
      ApiClient api, LedgerStore store, ApplySettings settings, ApplyEvents events, Pause pause) {
    this.api = api;
    this.store = store;
    this.settings = settings;
    this.events = events;
    this.pause = pause;
    this.reader = new LiveReader(api);
  }

  /// What the server's own validation finds, each at its address.
  ///
  /// @throws Halt where the key has no process, or a call fails
  public List<ServerFinding> validate(String identity) throws Halt {
    LedgerEntry entry = entry(identity);
    String id = current(entry);
    try {
      List<Fault> faults = api.validate(id);
      return faults.isEmpty() ? List.of() : ServerFindings.locate(faults, entry, reader.raw(id));
    } catch (ApiException e) {
      throw Halt.of(e);
    }
  }

  /// Starts a run: after a validation without errors, and where none is active. The call is never
  /// repeated; when its answer is lost, the list says whether a run has begun.
  ///
  /// @param completionMail whether whoever starts it gets a mail when it ends
  /// @return the id of the run, which is in the ledger then
  /// @throws Halt `INVALID` with findings, `REFUSED` where a run is active, `PARTIAL` where nobody
  ///   can tell whether it began
  public String start(String identity, boolean completionMail) throws Halt {
    LedgerEntry entry = entry(identity);
    String id = current(entry);
    if (entry.pending() != null) {
      throw Halt.of(
          Verdict.REFUSED,
          "An apply of " + identity + " is not ended",
          "procc apply --resume " + identity);
    }
    events.step(identity, "let the server validate it");
    List<ServerFinding> findings = validate(identity);
    if (!findings.isEmpty()) {
      throw Halt.invalid(
          "The server's validation found "
              + findings.size()
              + (findings.size() == 1 ? " error" : " errors")
              + "; a run would not start",
          "Correct the definition, then procc plan and procc apply",
          findings);
    }
    RunSummary before = reader.list(new LinkedHashSet<>()).run(id);
    if (before != null && !before.finished()) {
      throw Halt.of(
          Verdict.REFUSED,
          "A run of " + identity + " is active: " + before.id() + ", " + before.status(),
          "procc status " + identity);
    }
    if (settings.stop().getAsBoolean()) {
      throw Halt.of(Verdict.INTERRUPTED, "Stopped before the run was started", "Run it again");
    }
    events.step(identity, "start the run");
    String run = send(identity, id, before, completionMail);
    try {
      store.save(entry.withRun(run), identity + ": run " + run);
    } catch (LedgerException e) {
      throw Halt.of(
          Verdict.PARTIAL,
          "The run " + run + " has begun, and the ledger did not take it: " + e.getMessage(),
          "Do not start it again; procc status --run " + run);
    }
    return run;
  }

  private String send(
      String identity, String id, @Nullable RunSummary before, boolean completionMail) throws Halt {
    try {
      return api.run(id, completionMail).text("id").orElse("");
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        throw e.kind() == ApiException.Kind.CONFLICT
            ? Halt.of(Verdict.REFUSED, e.getMessage(), e.help())
            : Halt.of(e);
      }
      return lookForIt(identity, id, before, e);
    }
  }

  private String lookForIt(
      String identity, String id, @Nullable RunSummary before, ApiException lost) throws Halt {
    events.waiting(identity, SERVER_LIMIT, "the answer was lost, the server may still be at work");
    try {
      pause.pause(SERVER_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    RunSummary now = reader.list(new LinkedHashSet<>()).run(id);
    if (now != null && !now.id().isEmpty() && (before == null || !now.id().equals(before.id()))) {
      return now.id();
    }
    throw Halt.of(
        Verdict.PARTIAL,
        lost.getMessage() + "; the list shows no new run",
        "Look with procc status " + identity + " before starting it again");
  }

  /// How the latest run of a process stands; empty where there is none.
  public Optional<RunStatus> status(String identity) throws Halt {
    LedgerEntry entry = entry(identity);
    String id = entry.id();
    RunSummary listed = id == null ? null : reader.list(new LinkedHashSet<>()).run(id);
    if (listed != null && !listed.id().isEmpty()) {
      return Optional.of(status(identity, listed.id()));
    }
    return entry.runs().isEmpty()
        ? Optional.empty()
        : Optional.of(status(identity, entry.runs().getLast()));
  }

  /// How that run stands.
  public RunStatus status(String identity, String runId) throws Halt {
    LedgerEntry entry = entry(identity);
    try {
      Json.Obj run = api.getRun(runId, true);
      return RunReader.read(entry, run, settings.today());
    } catch (ApiException e) {
      throw Halt.of(e);
    }
  }

  /// Reads the list for hands back, and notes in the ledger what is done.
  ///
  /// @param runId that run; absent for the latest one
  /// @return absent where there is no run
  public @Nullable RunConfirmation confirm(Desired desired, @Nullable String runId) throws Halt {
    String identity = desired.identity();
    LedgerEntry entry = entry(identity);
    String id = entry.id();
    RunSummary listed =
        runId != null || id == null ? null : reader.list(new LinkedHashSet<>()).run(id);
    String run =
        runId != null
            ? runId
            : listed != null && !listed.id().isEmpty()
                ? listed.id()
                : entry.runs().isEmpty() ? null : entry.runs().getLast();
    if (run == null) {
      return null;
    }
    RunTree tree = reader.run(run);
    if (!entry.ids().contains(tree.process())) {
      throw Halt.of(
          Verdict.REFUSED,
          "The run " + run + " is of " + tree.process() + ", not of " + identity,
          "procc status " + identity);
    }
    RunConfirmation confirmation = RunConfirmation.of(desired, entry, tree);
    List<InRun> fresh = new ArrayList<>();
    String at = api.serverTime().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS).toString();
    for (RunConfirmation.Done done : confirmation.done()) {
      if (!done.known()) {
        fresh.add(done.note(run, identity, at));
      }
    }
    if (!fresh.isEmpty()) {
      try {
        store.save(entry.withInRuns(fresh), identity + ": read back in run " + run);
      } catch (LedgerException e) {
        throw Halt.of(e);
      }
    }
    return confirmation;
  }

  private LedgerEntry entry(String identity) throws Halt {
    return Generations.entry(store, settings, identity);
  }

  private static String current(LedgerEntry entry) throws Halt {
    String id = entry.id();
    if (id == null) {
      throw Halt.of(
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
