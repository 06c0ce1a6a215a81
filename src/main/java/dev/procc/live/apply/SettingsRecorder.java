package dev.procc.live.apply;

import dev.procc.live.evidence.EvidenceRecorder;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.LedgerUpdate;
import dev.procc.live.record.LedgerRecorder;
import dev.procc.live.record.WrittenFields;
import dev.procc.live.wire.LiveProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Records what the ledger has to know about processes that are not changed: settings of their
/// definitions (`protect`, `onRemoval`), of which evidence is written, and values that Workiva
/// already has. Nothing is written to Workiva.
final class SettingsRecorder {
  private static final String ACTION = "settings";

  private final ApplyContext context;
  private final EvidenceRecorder evidence;

  SettingsRecorder(ApplyContext context, EvidenceRecorder evidence) {
    this.context = context;
    this.evidence = evidence;
  }

  /// @return a result for each process whose entry could not be updated
  List<ProcessResult> record(List<ProcessPlan> selected) {
    List<ProcessResult> failures = new ArrayList<>();
    for (ProcessPlan plan : selected) {
      LedgerUpdate update = plan.ledgerUpdate();
      boolean isInReach = context.settings().reach().whyNot(plan.identity()) == null;
      if (update != null && !plan.hasActions() && plan.refusals().isEmpty() && isInReach) {
        ProcessResult failure = record(plan, update);
        if (failure != null) {
          failures.add(failure);
        }
      }
    }
    return failures;
  }

  /// @return the failure; null if there is none
  private @Nullable ProcessResult record(ProcessPlan plan, LedgerUpdate update) {
    String identity = plan.identity();
    try {
      LedgerEntry entry = context.store().load(context.settings().target(), identity).orElse(null);
      if (entry == null || entry.pending() != null) {
        return null;
      }
      LedgerEntry noted =
          update.nodes().isEmpty() ? withSettings(entry, update) : noted(plan, update, entry);
      if (noted.equals(entry)) {
        return null;
      }
      evidence.requireSettled(entry);
      String changes = changes(entry.definition(), noted.definition());
      if (changes.isEmpty()) {
        context.store().save(noted, "note of " + identity);
        return null;
      }
      evidence.requireWritable(identity);
      context.store().save(context.owing(noted, ACTION, changes, ""), "note of " + identity);
      ProcessResult recorded = evidence.record(plan, result(noted, changes), List.of());
      return recorded.verdict() == Verdict.APPLIED ? null : recorded;
    } catch (LedgerException e) {
      return failed(
          plan, Verdict.FAILED, "The ledger did not take its settings: " + e.getMessage());
    } catch (ApplyException e) {
      return failed(plan, e.verdict(), String.valueOf(e.getMessage()));
    }
  }

  private static ProcessResult failed(ProcessPlan plan, Verdict verdict, String message) {
    return ProcessResult.withoutDetails(
        plan.identity(),
        plan.name(),
        ACTION,
        new ProcessResult.Conclusion(
            verdict, message, "Once that is settled: procc apply " + plan.identity()));
  }

  private static ProcessResult result(LedgerEntry entry, String changes) {
    Long revision = entry.live().revision();
    return new ProcessResult(
        entry.identity(),
        entry.name(),
        ACTION,
        new ProcessResult.Conclusion(Verdict.APPLIED, changes, ""),
        new ProcessResult.ProcessIds(entry.id(), null, revision, revision),
        ProcessResult.ApplyDetails.NONE);
  }

  /// One sentence without a full stop; empty if the two protect a process alike.
  private static String changes(RecordedDefinition before, RecordedDefinition after) {
    List<String> changes = new ArrayList<>();
    if (before.protect() != after.protect()) {
      changes.add(after.protect() ? "it is protected" : "it is no longer protected");
    }
    if (before.onRemoval() != after.onRemoval()) {
      changes.add(
          (after.onRemoval() == RemovalPolicy.TRASH ? "it goes to the bin" : "it stays")
              + " when its definition is removed");
    }
    String text = String.join("; ", changes);
    return text.isEmpty() ? "" : "I" + text.substring(1);
  }

  private static LedgerEntry withSettings(LedgerEntry entry, LedgerUpdate update) {
    RecordedDefinition definition = entry.definition();
    return entry.withDefinition(
        entry.name(),
        new RecordedDefinition(
            definition.sourceHash(), update.protect(), update.onRemoval(), definition.sources()));
  }

  /// The entry with the defined values that Workiva already has; without them if the process was
  /// edited since the plan.
  private LedgerEntry noted(ProcessPlan plan, LedgerUpdate update, LedgerEntry entry) {
    try {
      String id = entry.id();
      LiveProcess live = id == null ? null : context.reader().get(id);
      if (live != null
          && live.isAsSeen(
              LiveProcess.at(
                  Objects.requireNonNullElse(plan.live().contentHash(), ""),
                  plan.live().revision()))) {
        return new LedgerRecorder(plan, context.settings().options())
            .applied(entry, live, WrittenFields.NONE);
      }
    } catch (ApplyException notRead) {
      // The values are then recorded by a later apply.
    }
    return withSettings(entry, update);
  }
}
