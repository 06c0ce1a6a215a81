package dev.procc.live.apply;

import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.ApplySubject;
import dev.procc.live.execution.PendingPlanStore;
import dev.procc.live.execution.SharedListing;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.recover.ApplyResume;
import org.jspecify.annotations.Nullable;

/// An apply of a process that was not completed.
///
/// @param plan that was being applied; null if it is lost
record PendingApply(LedgerEntry entry, PendingStep pending, @Nullable ProcessPlan plan) {
  static PendingApply of(LedgerEntry entry, PendingStep pending, PendingPlanStore plans) {
    return new PendingApply(
        entry,
        pending,
        plans.find(entry.target(), entry.identity(), pending.planHash()).orElse(null));
  }

  /// The group of processes that are resumed one after another: of two with the same name, the
  /// first is created before the second is searched.
  String group() {
    ProcessPlan known = plan;
    return WorkspaceListing.normalizedName(
        known == null ? entry.name() : ApplySubject.of(known).createName());
  }

  ProcessResult resume(ApplyContext context, SharedListing listing) {
    return ApplyResume.resume(context, this.entry, pending, plan, listing);
  }

  ProcessResult takeBack(ApplyContext context, SharedListing listing, ApplyException refusal) {
    return ApplyResume.takeBack(context, this.entry, pending, plan, listing, refusal);
  }
}
