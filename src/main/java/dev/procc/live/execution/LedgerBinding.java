package dev.procc.live.execution;

import dev.procc.live.ledger.LedgerException;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.wire.LiveProcess;
import java.util.Set;

/// Ties a key to a live process, or unties it. Nothing is written to Workiva.
public final class LedgerBinding {
  private LedgerBinding() {}

  public static ProcessResult adopt(ProcessApply apply) throws ApplyException {
    LiveProcess live = apply.liveBefore();
    NodeRecorder recorder =
        new NodeRecorder(
            apply.context.settings(), apply.identity(), apply.entry().nodes(), Set.of(), Set.of());
    apply.save(
        apply.appliedEntry(live, recorder.record(apply.definitionNodes(), live, false)),
        "adopted " + live.id());
    return apply.result(
        Verdict.APPLIED,
        "Adopted: " + apply.identity() + " is " + live.id() + " from now on",
        "",
        live.id(),
        null,
        live.revision());
  }

  public static ProcessResult forget(ProcessApply apply) throws ApplyException {
    try {
      apply
          .context
          .store()
          .delete(apply.entry().target(), apply.identity(), apply.identity() + ": forgotten");
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
    return apply.result(
        Verdict.APPLIED, "Forgotten; the process itself stays", "", apply.entry().id(), null, null);
  }
}
