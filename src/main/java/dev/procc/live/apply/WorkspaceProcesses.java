package dev.procc.live.apply;

import dev.procc.live.execution.ApplyContext;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.wire.ProcessSummary;
import java.util.ArrayList;
import java.util.List;

/// The processes of a workspace, with the definitions that they belong to.
public final class WorkspaceProcesses {
  private WorkspaceProcesses() {}

  /// A process of the workspace.
  ///
  /// @param identity of its definition; empty if the ledger does not know it
  /// @param current whether it is the live one of that definition, not a former one
  public record ListedProcess(ProcessSummary summary, String identity, boolean current) {}

  /// All processes of the workspace, in the order of the API's list.
  public static List<ListedProcess> list(ApplyContext context) throws ApplyException {
    List<LedgerEntry> entries;
    try {
      entries = context.store().list(context.settings().target());
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
    List<ListedProcess> listed = new ArrayList<>();
    for (ProcessSummary summary : context.reader().list(context.recordedIds()).all()) {
      String identity = "";
      boolean current = false;
      for (LedgerEntry entry : entries) {
        if (entry.ids().contains(summary.id())) {
          identity = entry.identity();
          current = summary.id().equals(entry.id());
        }
      }
      listed.add(new ListedProcess(summary, identity, current));
    }
    return listed;
  }
}
