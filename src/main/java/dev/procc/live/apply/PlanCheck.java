package dev.procc.live.apply;

import dev.procc.base.text.Plural;
import dev.procc.live.api.ApiException;
import dev.procc.live.evidence.EvidenceRecorder;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.safety.Thresholds;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The checks of a plan as a whole, before its processes: it is for this target and API, nothing
/// refuses it, and the tenant is the right one.
final class PlanCheck {
  private final ApplyContext context;
  private final EvidenceRecorder evidence;
  private final List<ApplyException> awaitedRecords = new ArrayList<>();
  private int completedRecords;

  PlanCheck(ApplyContext context, EvidenceRecorder evidence) {
    this.context = context;
    this.evidence = evidence;
  }

  /// The evidence records that earlier applies had not written: those written now because the
  /// program was interrupted, and those left to a program that still runs.
  String recordsText() {
    StringBuilder text = new StringBuilder();
    if (completedRecords > 0) {
      text.append("; ")
          .append(Plural.of(completedRecords, "missing evidence record"))
          .append(" written");
    }
    awaitedRecords.forEach(one -> text.append("; ").append(one.getMessage()));
    return text.toString();
  }

  /// The time at which the records that are left to others are due; empty if there are none.
  String recordsHelp() {
    return awaitedRecords.isEmpty() ? "" : awaitedRecords.getLast().help();
  }

  /// @param affected the processes of the plan that are applied
  void check(Plan plan, List<ProcessPlan> affected) throws ApplyException {
    ApplySettings settings = context.settings();
    if (!plan.target().equals(settings.target())) {
      throw ApplyException.of(
          Verdict.STALE,
          "The plan is for target " + plan.target() + ", not for " + settings.target(),
          "Apply it with --target " + plan.target());
    }
    if (!ApiOrigin.isSame(plan.header().apiUrl(), settings.origin())) {
      throw ApplyException.of(
          Verdict.STALE,
          "The plan was made against "
              + plan.header().apiUrl()
              + ", not against "
              + settings.origin(),
          "Plan again: procc plan");
    }
    Set<PlanRefusal> refusals = new LinkedHashSet<>(plan.refusals());
    refusals.addAll(Thresholds.ofCounts(affected, settings.guards().limitsUnder(plan.limits())));
    if (!refusals.isEmpty()) {
      throw refusal(List.copyOf(refusals));
    }
    loadRecordedIds();
  }

  /// Reads the ids that the ledger has, writes the evidence records that are missing according to
  /// it, and checks the canary.
  void loadRecordedIds() throws ApplyException {
    ApplySettings settings = context.settings();
    try {
      List<LedgerEntry> entries = context.store().list(settings.target());
      LedgerEntry.requireOwnProcesses(entries);
      for (LedgerEntry entry : entries) {
        context.recordedIds().addAll(entry.ids());
        completeRecord(entry);
      }
    } catch (LedgerException e) {
      throw ApplyException.of(e);
    }
    if (settings.canary().isPresent()) {
      checkCanary(settings.canary().get());
    }
  }

  private void completeRecord(LedgerEntry entry) throws ApplyException {
    EvidenceHead.OwedRecord owed = entry.history().owedRecord();
    if (owed == null) {
      return;
    }
    ProcessPlan plan =
        context.pendingPlans().find(entry.target(), entry.identity(), owed.planHash()).orElse(null);
    try {
      completedRecords += evidence.complete(entry.identity(), plan) ? 1 : 0;
    } catch (ApplyException othersAre) {
      if (othersAre.verdict() != Verdict.REFUSED) {
        throw othersAre;
      }
      awaitedRecords.add(othersAre);
    }
  }

  private void checkCanary(String id) throws ApplyException {
    try {
      context.api().get(id, true);
    } catch (ApiException e) {
      throw e.kind() == ApiException.ApiErrorKind.NOT_FOUND
          ? ApplyException.of(
              Verdict.REFUSED,
              "The canary "
                  + id
                  + " is not here: this is not the tenant of target "
                  + context.settings().target(),
              "Check the credentials and the region of the target")
          : ApplyException.of(e);
    }
  }

  /// All refusals in one exception, since whoever lifts one has to know the others.
  static ApplyException refusal(List<PlanRefusal> refusals) {
    Set<String> messages = new LinkedHashSet<>();
    Set<String> remedies = new LinkedHashSet<>();
    for (PlanRefusal refusal : refusals) {
      messages.add(refusal.message());
      refusal.waysOfApply().forEach(way -> remedies.add(way.lines()));
    }
    return ApplyException.of(
        Verdict.REFUSED, String.join("; also: ", messages), String.join("\n", remedies));
  }
}
