package dev.procc.live.apply;

import dev.procc.live.ledger.LedgerException;
import dev.procc.live.wire.LiveProcess;
import java.util.Set;

/// Ties a key to a live process, or unties it. Nothing is written to Workiva.
final class Binding {
  private Binding() {}

  static ProcessResult adopt(Work work) throws Halt {
    LiveProcess live = work.old();
    NodeLines lines =
        new NodeLines(
            work.env.settings(), work.identity(), work.entry().nodes(), Set.of(), Set.of());
    work.save(work.settled(live, lines.after(work.rows(), live, false)), "adopted " + live.id());
    return work.result(
        Verdict.APPLIED,
        "Adopted: " + work.identity() + " is " + live.id() + " from now on",
        "",
        live.id(),
        null,
        live.revision());
  }

  static ProcessResult forget(Work work) throws Halt {
    try {
      work.env
          .store()
          .delete(work.entry().target(), work.identity(), work.identity() + ": forgotten");
    } catch (LedgerException e) {
      throw Halt.of(e);
    }
    return work.result(
        Verdict.APPLIED, "Forgotten; the process itself stays", "", work.entry().id(), null, null);
  }
}
