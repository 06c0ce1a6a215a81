package dev.procc.app.plan;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.project.ProjectSession;
import dev.procc.live.api.ApiClient;
import dev.procc.live.apply.Apply;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.PendingPlanFolder;
import dev.procc.live.http.Sleeper;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.outcome.ApplyEvents;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ApplySettings;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A target opened to apply plans, with evidence.
///
/// @param client closed with the session
/// @param apply applies a plan, or resumes an apply
public record ApplySession(ApiClient client, LedgerStore store, Apply apply)
    implements AutoCloseable {

  /// The host of applies.
  ///
  /// @param events receives the progress
  /// @param pause waits
  /// @param stopRequested asked before each write
  public record ApplyHost(ApplyEvents events, Sleeper pause, BooleanSupplier stopRequested) {}

  /// @param approved the approved hashes, for the evidence
  public static ApplySession open(
      ProjectSession session,
      TargetConnection connection,
      ApplySettings settings,
      List<String> approved,
      ApplyHost host)
      throws Failure {
    LedgerStore store = connection.ledgerStore();
    ApiClient client = connection.open(host.pause());
    ApplyContext context =
        ApplyContext.of(
                client,
                store,
                settings.withStop(host.stopRequested()),
                session.request().host().clock(),
                host.pause())
            .withEvents(host.events())
            .withPendingPlans(new PendingPlanFolder(session.root().resolve(".procc")));
    Apply apply = new Apply(context).withEvidence(connection.evidenceWriter(store, approved));
    return new ApplySession(client, store, apply);
  }

  /// Resumes the applies of the processes with these names.
  ///
  /// @param words as `ResumedProcesses` takes them; empty for all
  public ApplyResult resume(String target, List<String> words) throws Failure {
    return apply.resume(ResumedProcesses.named(store, target, words));
  }

  @Override
  public void close() {
    client.close();
  }
}
