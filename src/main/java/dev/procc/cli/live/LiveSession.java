package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.plan.DesiredProcesses;
import dev.procc.base.finding.Spelling;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.plan.ApplyCommand;
import dev.procc.cli.session.ProjectSession;
import dev.procc.cli.session.TargetConnection;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.ProcessInstance;
import dev.procc.live.api.ApiClient;
import dev.procc.live.apply.ProcessLifecycle;
import dev.procc.live.apply.ProcessRuns;
import dev.procc.live.evidence.EvidenceStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyEvents;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.plan.input.DisplayNames;
import dev.procc.live.recover.LedgerRebuild;
import dev.procc.live.runplan.RunConfirmation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the commands that work on one live process by its key share: the compiled project, the
/// client, the ledger.
final class LiveSession implements AutoCloseable {
  private final Compilation compilation;
  private final TargetConnection access;
  private final ApiClient client;
  private final LedgerStore store;
  private final ApplySettings settings;
  private final Invocation invocation;

  private LiveSession(
      Invocation invocation,
      Compilation compilation,
      TargetConnection access,
      ApiClient client,
      LocalDate today)
      throws Failure {
    this.invocation = invocation;
    this.compilation = compilation;
    this.access = access;
    this.client = client;
    store = TargetConnection.ledgerStore(invocation, compilation);
    settings = ApplySettings.of(access.target(), access.url().toString(), today);
  }

  static LiveSession open(Invocation invocation) throws Failure {
    Compilation compilation = ProjectSession.compileAll(invocation);
    TargetConnection access = TargetConnection.of(invocation, compilation);
    return new LiveSession(
        invocation,
        compilation,
        access,
        access.open(),
        ProjectSession.today(invocation, compilation));
  }

  Compilation compilation() {
    return compilation;
  }

  String target() {
    return access.target();
  }

  /// The identity that a word of the command line means: a process of the project, or one that only
  /// the ledger knows. Without a word the only one there is.
  String resolveIdentity() throws Failure {
    Set<String> known = new LinkedHashSet<>();
    for (ProcessInstance instance : compilation.project().instances()) {
      known.add(instance.identity());
    }
    try {
      for (LedgerEntry entry : store.list(access.target())) {
        known.add(entry.identity());
      }
    } catch (LedgerException e) {
      throw Failure.error(String.valueOf(e.getMessage()), null);
    }
    if (invocation.operands().isEmpty()) {
      if (known.size() == 1) {
        return known.iterator().next();
      }
      throw Failure.usage("name the process", "one of " + String.join(", ", known));
    }
    String word = invocation.operands().getFirst();
    if (known.contains(word)) {
      return word;
    }
    List<String> periods = new ArrayList<>();
    for (String identity : known) {
      if (identity.startsWith(word + "@")) {
        periods.add(identity);
      }
    }
    if (periods.size() == 1) {
      return periods.getFirst();
    }
    throw Failure.noMatch(
        "\"" + word + "\" is the key of no process",
        periods.isEmpty()
            ? Spelling.hint(word, known).orElse(null)
            : "say which period: " + String.join(", ", periods));
  }

  /// The compiled process of an identity; absent where the definition is gone or does not compile.
  @Nullable CompiledProcess compiledProcess(String identity) {
    for (CompiledProcess process : compilation.processes()) {
      if (process.identity().equals(identity)) {
        return process;
      }
    }
    return null;
  }

  DisplayNames names() {
    return DesiredProcesses.names(compilation.processes());
  }

  ProcessRuns runs() {
    return new ProcessRuns(client, store, settings, ApplyEvents.NONE, TargetConnection::sleep);
  }

  /// How every apply of a process went.
  EvidenceStore evidence() {
    return TargetConnection.evidenceStore(store, compilation);
  }

  /// Records steps that people did in a run.
  void recordConfirmed(String identity, RunConfirmation confirmation) throws IOException {
    ApplyCommand.evidence(invocation, store, compilation)
        .writeConfirmation(
            access.target(), settings.origin(), identity, confirmation.name(), confirmation);
  }

  ProcessLifecycle lifecycle() {
    return new ProcessLifecycle(
        client,
        store,
        settings,
        ApplyEvents.NONE,
        invocation.env().clock(),
        TargetConnection::sleep);
  }

  /// Finds the processes of entries that were lost.
  LedgerRebuild rebuild() {
    return new LedgerRebuild(
        client, store, settings, invocation.env().clock(), TargetConnection::sleep);
  }

  /// What a stop means for the command.
  static Failure failure(ApplyException halt) {
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
