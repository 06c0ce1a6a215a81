package dev.procc.app.live;

import dev.procc.app.Failure;
import dev.procc.app.ProcessLookup;
import dev.procc.app.connection.OtherTargets;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.connection.TargetDay;
import dev.procc.app.plan.DesiredProcesses;
import dev.procc.app.plan.PlanRequest;
import dev.procc.app.plan.PlanService;
import dev.procc.app.plan.ReadDefinitions;
import dev.procc.app.project.IdNames;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Spelling;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.ProcessInstance;
import dev.procc.live.api.ApiClient;
import dev.procc.live.apply.ProcessLifecycle;
import dev.procc.live.apply.ProcessRuns;
import dev.procc.live.apply.ProcessRuns.StartOption;
import dev.procc.live.evidence.EvidenceWriter;
import dev.procc.live.evidence.HandSteps;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.recover.LedgerRebuild;
import dev.procc.live.recover.ProcessAdoption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A session with the live processes of a target, one at a time by their keys: the compiled
/// project, the client and the ledger together.
public final class LiveSession implements AutoCloseable {
  private final Compilation compilation;
  private final TargetConnection connection;
  private final ApiClient client;
  private final LedgerStore store;
  private final ApplySettings settings;
  private final Clock clock;

  private LiveSession(ProjectSession session, Compilation compilation, TargetConnection connection)
      throws Failure {
    this.compilation = compilation;
    this.connection = connection;
    this.clock = session.request().host().clock();
    client = connection.open();
    store = connection.ledgerStore();
    LocalDate today = TargetDay.of(session, note -> {});
    settings =
        connection
            .applySettings(today)
            .withGuards(PlanService.guards(session, compilation, PlanRequest.DEFAULT, today));
  }

  /// The time zone of the project, in which times of the API become days.
  public ZoneId zone() {
    return connection.zone();
  }

  /// Opens the whole project and its target.
  ///
  /// @param notes receives what the client waits for
  public static LiveSession open(ProjectRequest request, Consumer<String> notes) throws Failure {
    ProjectSession session = ProjectSession.open(request.withSelectors(List.of()));
    Compilation compilation = session.compile(null);
    return new LiveSession(session, compilation, TargetConnection.of(session, compilation, notes));
  }

  public Compilation compilation() {
    return compilation;
  }

  public String target() {
    return connection.target();
  }

  /// The identity of a word: a process of the project, or one that only the ledger has.
  ///
  /// @param word null if there has to be a single process
  public String resolveIdentity(@Nullable String word) throws Failure {
    Set<String> known = new LinkedHashSet<>();
    for (ProcessInstance instance : compilation.project().instances()) {
      known.add(instance.identity());
    }
    try {
      for (LedgerEntry entry : store.list(connection.target())) {
        known.add(entry.identity());
      }
    } catch (LedgerException e) {
      throw Failure.error(String.valueOf(e.getMessage()), null);
    }
    if (word == null) {
      if (known.size() == 1) {
        return known.iterator().next();
      }
      throw Failure.usage("name the process", "one of " + String.join(", ", known));
    }
    List<String> fitting = ProcessLookup.find(word, known);
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    throw fitting.isEmpty()
        ? Failure.noMatch(
            "\"" + word + "\" is the key of no process", Spelling.hint(word, known).orElse(null))
        : Failure.usage(
            "\"" + word + "\" has several periods", "say which: " + String.join(", ", fitting));
  }

  /// The compiled process with an identity; null if its definition was removed or does not compile.
  public @Nullable CompiledProcess compiledProcess(String identity) {
    return compilation.process(identity);
  }

  /// The compiled process with an identity.
  ///
  /// @throws Failure if its period is closed, or its definition was removed or does not compile
  public CompiledProcess requireProcess(String identity) throws Failure {
    CompiledProcess process = compiledProcess(identity);
    if (process != null) {
      return process;
    }
    String why = settings.reach().whyNot(identity);
    throw why != null
        ? Failure.refused(
            "nothing is done with " + identity + ": " + why, settings.reach().remedy(identity))
        : Failure.error("\"" + identity + "\" has no definition that compiles", "see procc lint");
  }

  /// Whether the definition of a process is known to differ from what was last applied.
  public boolean hasUnappliedChanges(String identity) throws Failure {
    CompiledProcess process = compiledProcess(identity);
    try {
      LedgerEntry entry = store.load(target(), identity).orElse(null);
      return process != null
          && entry != null
          && !entry.definition().sourceHash().equals(RecordedDefinition.UNKNOWN_SOURCE)
          && !DesiredProcesses.of(process)
              .provenance()
              .sourceHash()
              .get()
              .equals(entry.definition().sourceHash());
    } catch (LedgerException e) {
      throw Failure.error(String.valueOf(e.getMessage()), null);
    }
  }

  public DisplayNames names() {
    return IdNames.of(compilation.processes());
  }

  public ProcessRuns runs() {
    return new ProcessRuns(applyContext(), evidenceWriter());
  }

  /// Starts a run.
  ///
  /// @return its id
  /// @throws Failure if the definitions cannot be read, which may freeze the target or close a
  ///   period
  public String start(String identity, Set<StartOption> options) throws Failure, ApplyException {
    ReadDefinitions.require(compilation, List.of(identity));
    return runs().start(identity, options);
  }

  /// @param identity of the process that it is for
  /// @throws Failure if definitions cannot be read that may protect it
  public ProcessLifecycle lifecycle(String identity) throws Failure {
    ReadDefinitions.require(compilation, List.of(identity));
    return new ProcessLifecycle(applyContext(), evidenceWriter());
  }

  /// @param id of the process to adopt
  /// @throws Failure if another target of the project has it, or the definitions cannot be read
  public ProcessAdoption adoption(DesiredProcess desired, String id) throws Failure {
    ReadDefinitions.require(compilation, List.of(desired.identity()));
    String owner = OtherTargets.processes(store, compilation, connection).get(id);
    if (owner != null) {
      throw Failure.refused(
          id + " is the process of " + owner, "procc list --target " + target() + " shows others");
    }
    return new ProcessAdoption(applyContext(), desired, evidenceWriter());
  }

  private EvidenceWriter evidenceWriter() {
    return connection.evidenceWriter(store, List.of());
  }

  /// The context of commands about live processes.
  public ApplyContext applyContext() {
    return ApplyContext.of(client, store, settings, clock, TargetConnection::sleep);
  }

  /// The rebuilding of lost ledger entries.
  public LedgerRebuild rebuild() throws Failure {
    ApplyContext context = applyContext();
    context.recordedIds().addAll(OtherTargets.processes(store, compilation, connection).keySet());
    return new LedgerRebuild(context, new HandSteps(evidenceWriter(), clock));
  }

  /// The failure of a request because work on a process ended early.
  public static Failure failure(ApplyException halt) {
    Failure.Kind kind =
        switch (halt.verdict()) {
          case STALE -> Failure.Kind.STALE;
          case REFUSED -> Failure.Kind.REFUSED;
          case INVALID -> Failure.Kind.FINDINGS;
          case PARTIAL -> Failure.Kind.PARTIAL;
          case INTERRUPTED -> Failure.Kind.INTERRUPTED;
          case APPLIED, UNCHANGED, FAILED, NOT_STARTED -> Failure.Kind.ERROR;
        };
    String help = halt.help();
    return new Failure(kind, halt.getMessage(), help.isEmpty() ? null : help);
  }

  @Override
  public void close() {
    client.close();
  }
}
