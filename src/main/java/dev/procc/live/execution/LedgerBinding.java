package dev.procc.live.execution;

import dev.procc.live.ledger.LedgerException;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;

/// Ties a key to a live process, or unties it. Nothing is written to Workiva.
public final class LedgerBinding {
  private LedgerBinding() {}

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
