package dev.procc.live.plan.decide;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.plan.compare.LiveEdits;
import dev.procc.live.plan.compare.ProcessComparison;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Mutability;
import dev.procc.model.catalog.Owner;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.ProcessJob;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The decision for each field which value the process is to have, and how it gets it.
///
/// - A field that neither the definition nor the ledger sets is not managed, and stays.
/// - A field that nobody changed stays, even if the server shows another value than was sent.
/// - Drift is undone if a call can do it, which apply refuses unless it is allowed. If no call can,
///   it stays, since it never causes a replacement; a replacement that the definition causes undoes
///   it.
public final class FieldPlanner {
  private final ProcessTree written;
  private final ProcessComparison comparison;
  private final LiveEdits edits;
  private final PlanContext context;
  private final boolean isReplacement;

  /// @param isReplacement whether a new process replaces the live one
  public FieldPlanner(ProcessComparison comparison, PlanContext context, boolean isReplacement) {
    this.comparison = comparison;
    this.written = comparison.definition().written();
    this.edits = comparison.edits();
    this.context = context;
    this.isReplacement = isReplacement;
  }

  /// The fields of the process itself.
  public List<FieldDelta> processDeltas() {
    String address = written.process().identity();
    Map<FieldSpec, Json> desired = comparison.definition().normal().process().fields();
    Map<FieldSpec, Json> live = comparison.live().process().fields();
    List<FieldDelta> deltas = new ArrayList<>();
    String id = comparison.live().id();
    NodePair pair = new NodePair(address, id, edits.isRecorded(id), null);
    for (FieldSpec field : processFields(desired, live)) {
      boolean isWritten = written.process().fields().containsKey(field);
      if (field.owner() == Owner.WRITE_ONLY) {
        addWriteOnly(pair, field, desired.get(field), isWritten, deltas);
      } else {
        Json now = live.get(field);
        addManaged(pair, new FieldValues(field, isWritten, desired.get(field), now, now), deltas);
      }
    }
    return deltas;
  }

  /// The fields that are written or live, and those that the API never returns.
  private Set<FieldSpec> processFields(Map<FieldSpec, Json> desired, Map<FieldSpec, Json> live) {
    Set<FieldSpec> all = allFields(written.process().fields(), desired, live);
    Catalog.definable().stream()
        .filter(f -> f.schema() == Schema.PROCESS && f.owner() == Owner.WRITE_ONLY)
        .forEach(all::add);
    return all;
  }

  private void addWriteOnly(
      NodePair pair,
      FieldSpec field,
      @Nullable Json value,
      boolean isWritten,
      List<FieldDelta> deltas) {
    String sent = edits.sent(pair.ref, field.name());
    boolean isSet = isWritten && value != null;
    if (isSet ? !FieldHash.of(value).equals(sent) : sent != null && !isReplacement) {
      deltas.add(
          new FieldDelta(
              pair.address,
              pair.ref,
              field,
              null,
              isSet ? value : null,
              ChangedBy.DEFINITION,
              isSet ? FieldDelta.DeltaKind.WRITE_ONLY : FieldDelta.DeltaKind.NO_LONGER_SET));
    }
  }

  /// The fields of a pair of nodes.
  ///
  /// @param shifted the live node with its dates as the server will have moved them
  List<FieldDelta> nodeDeltas(
      ProcessTree.PlacedNode desired, ProcessTree.PlacedNode live, ProcessTree.PlacedNode shifted) {
    List<FieldDelta> deltas = new ArrayList<>();
    NodePair pair = new NodePair(desired.ref(), live.ref(), edits.isRecorded(live.ref()), desired);
    if (desired.node() instanceof ProcessJob one
        && live.node() instanceof ProcessJob other
        && !one.kind().name().equals(other.kind().name())) {
      deltas.add(kindDelta(desired.ref(), live, one, other));
      return deltas;
    }
    ProcessTree.PlacedNode place = written.get(desired.ref());
    Map<FieldSpec, Json> writtenFields = place == null ? Map.of() : place.node().fields();
    Map<FieldSpec, Json> desiredFields = desired.node().fields();
    if (pair.recorded
        && !edits.isEdited(live.ref())
        && desiredFields.equals(live.node().fields())
        && (shifted == live || desiredFields.equals(shifted.node().fields()))
        && desiredFields.keySet().containsAll(writtenFields.keySet())) {
      return deltas; // nobody changed anything, as in most nodes of most plans
    }
    for (FieldSpec field : allFields(writtenFields, desiredFields, live.node().fields())) {
      FieldValues values =
          new FieldValues(
              field,
              writtenFields.containsKey(field),
              desired.node().get(field),
              live.node().get(field),
              shifted.node().get(field));
      addManaged(pair, values, deltas);
    }
    return deltas;
  }

  /// The delta for a task of another kind, changed in Workiva or by the definition.
  private FieldDelta kindDelta(
      String address, ProcessTree.PlacedNode live, ProcessJob desired, ProcessJob shown) {
    FieldSpec field = Fields.PROCESS_JOB_ACTION;
    ChangedBy changedBy = edits.kindChangedBy(live, desired);
    boolean isDrift = changedBy == ChangedBy.DRIFT;
    boolean isWaived = comparison.waivers().isWaived(address, field.name());
    boolean stays =
        isDrift
            && !isReplacement
            && (isWaived || !context.overrides().allowsOverwrite(address + ":" + field.name()));
    return new FieldDelta(
        address,
        live.ref(),
        field,
        Json.of(shown.kind().name()),
        Json.of(desired.kind().name()),
        changedBy,
        stays ? FieldDelta.DeltaKind.LEFT_AS_IS : FieldDelta.DeltaKind.NOT_PATCHABLE);
  }

  /// A pair of nodes.
  ///
  /// @param recorded whether the ledger has a record of the live one
  /// @param place of the node in its tree; null for the process itself
  private record NodePair(
      String address, String ref, boolean recorded, ProcessTree.@Nullable PlacedNode place) {
    boolean rootGroup() {
      return place != null && place.parent() == null;
    }
  }

  /// The values of a field of a pair of nodes.
  ///
  /// @param isWritten whether the definition writes the field, even if only as absent
  /// @param shifted the live value as the server will have moved it
  private record FieldValues(
      FieldSpec field,
      boolean isWritten,
      @Nullable Json desired,
      @Nullable Json live,
      @Nullable Json shifted) {
    /// Whether the definition sets the field.
    boolean isDefined() {
      return isWritten || desired != null;
    }
  }

  private void addManaged(NodePair pair, FieldValues values, List<FieldDelta> deltas) {
    FieldSpec field = values.field;
    String sent = edits.sent(pair.ref, field.name());
    boolean recordedSet = sent != null && !sent.equals(FieldHash.ABSENT);
    if (!values.isDefined() && !recordedSet) {
      addUnmanaged(pair, values, deltas);
      return;
    }
    ChangedBy changedBy =
        edits.changedBy(pair.ref, field.name(), values.isDefined(), values.desired, values.live);
    boolean isPossible = isPossible(pair, values);
    Json goal = goal(pair, values, changedBy, isPossible);
    FieldDelta.DeltaKind kind = kind(pair, values, changedBy, isPossible, goal);
    if (kind != null) {
      Json after = kind == FieldDelta.DeltaKind.LEFT_AS_IS ? values.desired : goal;
      deltas.add(
          new FieldDelta(pair.address, pair.ref, field, values.live, after, changedBy, kind));
    }
  }

  private void addUnmanaged(NodePair pair, FieldValues values, List<FieldDelta> deltas) {
    FieldSpec field = values.field;
    if (!Objects.equals(values.live, values.shifted)) {
      deltas.add(
          new FieldDelta(
              pair.address,
              pair.ref,
              field,
              values.live,
              values.shifted,
              ChangedBy.NOBODY,
              FieldDelta.DeltaKind.SHIFTED));
    } else if (pair.recorded
        && !FieldHash.of(values.live).equals(edits.seen(pair.ref, field.name()))) {
      deltas.add(
          new FieldDelta(
              pair.address,
              pair.ref,
              field,
              values.live,
              values.live,
              ChangedBy.DRIFT,
              FieldDelta.DeltaKind.LEFT_AS_IS));
    }
  }

  private @Nullable Json goal(
      NodePair pair, FieldValues values, ChangedBy changedBy, boolean isPossible) {
    String field = values.field.name();
    if (changedBy.mayBeDrift() && comparison.waivers().isWaived(pair.address, field)) {
      return values.shifted;
    }
    boolean isWanted =
        switch (changedBy) {
          case NOBODY -> Objects.equals(values.desired, values.live) || isReplacement;
          case DRIFT ->
              isPossible
                  || isReplacement
                  || context.overrides().allowsOverwrite(pair.address + ":" + field);
          case DEFINITION, BOTH, UNKNOWN, CONVERGED -> true;
        };
    return isWanted ? values.desired : values.shifted;
  }

  private static FieldDelta.@Nullable DeltaKind kind(
      NodePair pair,
      FieldValues values,
      ChangedBy changedBy,
      boolean isPossible,
      @Nullable Json goal) {
    if (!Objects.equals(goal, values.shifted)) {
      if (!isPossible) {
        return FieldDelta.DeltaKind.NOT_PATCHABLE;
      }
      return Catalog.mutability(values.field, pair.rootGroup()) == Mutability.PATCH
          ? FieldDelta.DeltaKind.PATCH
          : FieldDelta.DeltaKind.RENAME;
    }
    if (!Objects.equals(values.live, values.shifted)) {
      return FieldDelta.DeltaKind.SHIFTED;
    }
    if (changedBy.mayBeDrift() && !Objects.equals(values.desired, values.live)) {
      return FieldDelta.DeltaKind.LEFT_AS_IS;
    }
    return changedBy == ChangedBy.CONVERGED ? FieldDelta.DeltaKind.CONVERGED : null;
  }

  /// Whether a call can give the field the definition's value.
  private boolean isPossible(NodePair pair, FieldValues values) {
    return switch (Catalog.mutability(values.field, pair.rootGroup())) {
      case PATCH ->
          values.desired == null
              ? values.field.removable()
              : values.live != null
                  || context.settings().capabilities().answerIs("replace-absent", "set");
      case RENAME ->
          values.desired instanceof Json.Str
              && !comparison.live().marks().readOnlyNodes().contains(pair.ref);
      case REPLACE, NEVER -> false;
    };
  }

  private static Set<FieldSpec> allFields(
      Map<FieldSpec, Json> written, Map<FieldSpec, Json> desired, Map<FieldSpec, Json> live) {
    Set<FieldSpec> all = new LinkedHashSet<>(desired.keySet());
    all.addAll(written.keySet());
    all.addAll(live.keySet());
    return all;
  }
}
