package dev.procc.live.plan.decide;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Mutability;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.ProcessJob;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Decides, field by field, what a process shall show and how that can come about.
///
/// - What neither the definition nor the ledger sets is not ours: it stays.
/// - What nobody changed stays, even where the server shows other than we sent.
/// - An edit made in Workiva is undone where a call can, which apply refuses unless allowed; where
///   none can it stays, for it never causes a replacement. A replacement that the definition causes
///   undoes it.
public final class FieldPlanner {
  private final ProcessTree writtenTree;
  private final LastApplied lastApplied;
  private final Set<String> readOnly;
  private final BiPredicate<String, String> waivers;
  private final PlanOverrides overrides;
  private final ServerCapabilities capabilities;
  private final boolean isReplacement;

  /// @param writtenTree the tree of the definition as it was written, nulls included
  /// @param waivers whether the edit of that address and field stays
  /// @param isReplacement whether the process is built anew
  public FieldPlanner(
      ProcessTree writtenTree,
      LiveProcess live,
      LastApplied lastApplied,
      BiPredicate<String, String> waivers,
      PlanOverrides overrides,
      ServerCapabilities capabilities,
      boolean isReplacement) {
    this.writtenTree = writtenTree;
    this.lastApplied = lastApplied;
    this.readOnly = live.readOnlyNodes();
    this.waivers = waivers;
    this.overrides = overrides;
    this.capabilities = capabilities;
    this.isReplacement = isReplacement;
  }

  /// The fields of the process itself.
  public List<FieldDelta> processDeltas(
      Map<FieldSpec, Json> desired, Map<FieldSpec, Json> live, String id) {
    String address = writtenTree.process().identity();
    List<FieldDelta> deltas = new ArrayList<>();
    NodePair pair = new NodePair(address, id, lastApplied.isRecorded(), false);
    for (FieldSpec field : allFields(writtenTree.process().fields(), desired, live)) {
      boolean written = writtenTree.process().fields().containsKey(field);
      if (field.owner() == Owner.WRITE_ONLY) {
        addWriteOnly(pair, field, desired.get(field), written, deltas);
      } else {
        Json now = live.get(field);
        addManaged(pair, field, written, desired.get(field), now, now, deltas);
      }
    }
    return deltas;
  }

  private void addWriteOnly(
      NodePair pair,
      FieldSpec field,
      @Nullable Json value,
      boolean isWritten,
      List<FieldDelta> deltas) {
    if (isWritten && value != null) {
      String sent = pair.recorded ? lastApplied.sentHash(pair.address, field.name()) : null;
      if (!FieldHash.of(value).equals(sent)) {
        deltas.add(
            new FieldDelta(
                pair.address,
                pair.ref,
                field,
                null,
                value,
                ChangedBy.DEFINITION,
                FieldDelta.DeltaKind.WRITE_ONLY));
      }
    }
  }

  /// The fields of a pair of nodes.
  ///
  /// @param shifted the live node as the server will have moved its dates
  List<FieldDelta> nodeDeltas(
      ProcessTree.PlacedNode desired, ProcessTree.PlacedNode live, ProcessTree.PlacedNode shifted) {
    List<FieldDelta> deltas = new ArrayList<>();
    NodePair pair =
        new NodePair(
            desired.ref(),
            live.ref(),
            live.ref().equals(lastApplied.id(desired.ref())),
            desired.parent() == null);
    if (desired.node() instanceof ProcessJob one
        && live.node() instanceof ProcessJob other
        && !one.kind().name().equals(other.kind().name())) {
      deltas.add(
          new FieldDelta(
              desired.ref(),
              live.ref(),
              Fields.PROCESS_JOB_ACTION,
              Json.of(other.kind().name()),
              Json.of(one.kind().name()),
              ChangedBy.DEFINITION,
              FieldDelta.DeltaKind.NOT_PATCHABLE));
      return deltas;
    }
    ProcessTree.PlacedNode place = writtenTree.get(desired.ref());
    Map<FieldSpec, Json> written = place == null ? Map.of() : place.node().fields();
    for (FieldSpec field : allFields(written, desired.node().fields(), live.node().fields())) {
      addManaged(
          pair,
          field,
          written.containsKey(field),
          desired.node().get(field),
          live.node().get(field),
          shifted.node().get(field),
          deltas);
    }
    return deltas;
  }

  /// A pair of nodes.
  ///
  /// @param recorded whether the ledger knows them as this pair
  private record NodePair(String address, String ref, boolean recorded, boolean rootGroup) {}

  private void addManaged(
      NodePair pair,
      FieldSpec field,
      boolean isWritten,
      @Nullable Json desired,
      @Nullable Json live,
      @Nullable Json shifted,
      List<FieldDelta> deltas) {
    String sent = pair.recorded ? lastApplied.sentHash(pair.address, field.name()) : null;
    boolean recordedSet = sent != null && !sent.equals(FieldHash.ABSENT);
    boolean managed = isWritten || desired != null || recordedSet;
    if (!managed) {
      addUnmanaged(pair, field, live, shifted, deltas);
      return;
    }
    ChangedBy changedBy = changedBy(pair, field, isWritten || desired != null, sent, desired, live);
    boolean isPossible = isPossible(pair, field, live, desired);
    Json goal = goal(pair, field, changedBy, isPossible, desired, live, shifted);
    FieldDelta.DeltaKind kind =
        kind(field, pair.rootGroup, changedBy, isPossible, desired, live, shifted, goal);
    if (kind != null) {
      Json after = kind == FieldDelta.DeltaKind.LEFT_AS_IS ? desired : goal;
      deltas.add(new FieldDelta(pair.address, pair.ref, field, live, after, changedBy, kind));
    }
  }

  private void addUnmanaged(
      NodePair pair,
      FieldSpec field,
      @Nullable Json live,
      @Nullable Json shifted,
      List<FieldDelta> deltas) {
    if (!Objects.equals(live, shifted)) {
      deltas.add(
          new FieldDelta(
              pair.address,
              pair.ref,
              field,
              live,
              shifted,
              ChangedBy.NOBODY,
              FieldDelta.DeltaKind.SHIFTED));
    } else if (pair.recorded
        && !FieldHash.of(live).equals(lastApplied.seenHash(pair.address, field.name()))) {
      deltas.add(
          new FieldDelta(
              pair.address,
              pair.ref,
              field,
              live,
              live,
              ChangedBy.DRIFT,
              FieldDelta.DeltaKind.LEFT_AS_IS));
    }
  }

  private ChangedBy changedBy(
      NodePair pair,
      FieldSpec field,
      boolean isDefined,
      @Nullable String sent,
      @Nullable Json desired,
      @Nullable Json live) {
    if (!pair.recorded) {
      return Objects.equals(desired, live) ? ChangedBy.NOBODY : ChangedBy.DEFINITION;
    }
    String liveHash = FieldHash.of(live);
    String desiredHash =
        !isDefined ? null : Objects.equals(desired, live) ? liveHash : FieldHash.of(desired);
    return ChangedBy.of(
        sent, lastApplied.seenHash(pair.address, field.name()), desiredHash, liveHash);
  }

  private @Nullable Json goal(
      NodePair pair,
      FieldSpec field,
      ChangedBy changedBy,
      boolean isPossible,
      @Nullable Json desired,
      @Nullable Json live,
      @Nullable Json shifted) {
    boolean edited = changedBy == ChangedBy.DRIFT || changedBy == ChangedBy.BOTH;
    if (edited && waivers.test(pair.address, field.name())) {
      return shifted;
    }
    return switch (changedBy) {
      case NOBODY -> Objects.equals(desired, live) || isReplacement ? desired : shifted;
      case DRIFT ->
          isPossible
                  || isReplacement
                  || overrides.allowsOverwrite(pair.address + ":" + field.name())
              ? desired
              : shifted;
      case DEFINITION, BOTH, CONVERGED -> desired;
    };
  }

  private FieldDelta.@Nullable DeltaKind kind(
      FieldSpec field,
      boolean rootGroup,
      ChangedBy changedBy,
      boolean isPossible,
      @Nullable Json desired,
      @Nullable Json live,
      @Nullable Json shifted,
      @Nullable Json goal) {
    if (!Objects.equals(goal, shifted)) {
      if (!isPossible) {
        return FieldDelta.DeltaKind.NOT_PATCHABLE;
      }
      return Catalog.mutability(field, rootGroup) == Mutability.PATCH
          ? FieldDelta.DeltaKind.PATCH
          : FieldDelta.DeltaKind.RENAME;
    }
    if (!Objects.equals(live, shifted)) {
      return FieldDelta.DeltaKind.SHIFTED;
    }
    if ((changedBy == ChangedBy.DRIFT || changedBy == ChangedBy.BOTH)
        && !Objects.equals(desired, live)) {
      return FieldDelta.DeltaKind.LEFT_AS_IS;
    }
    return changedBy == ChangedBy.CONVERGED ? FieldDelta.DeltaKind.CONVERGED : null;
  }

  /// Whether a call can give the field this value.
  private boolean isPossible(
      NodePair pair, FieldSpec field, @Nullable Json live, @Nullable Json goal) {
    return switch (Catalog.mutability(field, pair.rootGroup)) {
      case PATCH ->
          goal == null
              ? field.removable()
              : live != null || capabilities.answerIs("replace-absent", "set");
      case RENAME -> goal instanceof Json.Str && !readOnly.contains(pair.ref);
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
