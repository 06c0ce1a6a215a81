package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The process of an apply, with or without a plan.
///
/// @param action for people, `replace`; `none` without a plan
/// @param id the live process that is changed, replaced or trashed; null if there is none
/// @param planHash empty without a plan
/// @param create what is created; `PlannedCreate.NONE` if nothing is
public record ApplySubject(
    String identity,
    String name,
    String action,
    @Nullable String id,
    String planHash,
    PlannedCreate create) {

  /// A process that a plan creates.
  ///
  /// @param body of the POST
  /// @param duplicateCandidates ids of the processes with its name that the plan saw, sorted
  public record PlannedCreate(Json.Obj body, List<String> duplicateCandidates) {
    /// Nothing is created.
    public static final PlannedCreate NONE = new PlannedCreate(Json.Obj.EMPTY, List.of());

    public PlannedCreate {
      duplicateCandidates = List.copyOf(duplicateCandidates);
    }

    public boolean isNone() {
      return body.members().isEmpty();
    }
  }

  /// The process of a plan.
  public static ApplySubject of(ProcessPlan plan) {
    return new ApplySubject(
        plan.identity(), plan.name(), actionOf(plan), plan.id(), plan.hash(), create(plan));
  }

  /// A process of the ledger, without a plan.
  ///
  /// @param id the live process
  public static ApplySubject of(LedgerEntry entry, @Nullable String id) {
    return new ApplySubject(entry.identity(), entry.name(), "none", id, "", PlannedCreate.NONE);
  }

  /// A copy with another action, for people: `rollback`.
  ApplySubject withAction(String word) {
    return new ApplySubject(identity, name, word, id, planHash, create);
  }

  /// The action of a plan on its process, for people: `replace`.
  public static String actionOf(ProcessPlan plan) {
    PlanAction action = plan.mainAction();
    return action == null ? "none" : action.word();
  }

  private static PlannedCreate create(ProcessPlan plan) {
    Json.Obj body = Json.Obj.EMPTY;
    List<String> candidates = List.of();
    for (PlanOperation operation : plan.operations().reversed()) {
      if (operation.kind() == OperationKind.CREATE && operation.body() instanceof Json.Obj sent) {
        body = sent;
      }
      for (Precondition condition : operation.preconditions()) {
        if (condition instanceof Precondition.DuplicateCandidatesAre seen) {
          candidates = seen.ids();
        }
      }
    }
    return new PlannedCreate(body, candidates);
  }

  /// The name of the process that is created, otherwise its current name.
  public String createName() {
    return create.body().text("name").orElse(name);
  }
}
