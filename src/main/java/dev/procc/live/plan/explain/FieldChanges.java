package dev.procc.live.plan.explain;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.ProcessDifference;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.ScheduleFields;
import dev.procc.live.plan.decide.FieldDelta;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LastAppliedValues;
import dev.procc.live.planfile.change.ChangeOrigin;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.ChangedNode;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.change.ValueChange;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.process.Address;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The changes of a process as its plan reports them.
public final class FieldChanges {
  private final DesiredProcess desired;
  private final ProcessTree definition;
  private final ChangeCauses causes;
  private final LastAppliedValues lastApplied;
  private final BusinessCalendar calendar;
  private final BusinessCalendar calendarBefore;
  private final List<FieldChange> changes = new ArrayList<>();

  /// @param liveFields the fields of the live process; empty if there is none
  /// @param lastApplied values that were last applied
  FieldChanges(
      DefinitionTrees trees,
      ChangeCauses causes,
      Map<FieldSpec, Json> liveFields,
      LastAppliedValues lastApplied) {
    this.lastApplied = lastApplied;
    this.desired = trees.desired();
    this.definition = trees.normal();
    this.causes = causes;
    this.calendar = ScheduleFields.calendar(definition.process().fields());
    this.calendarBefore = liveFields.isEmpty() ? calendar : ScheduleFields.calendar(liveFields);
  }

  /// The changes so far, each with the cause with most effects first.
  List<FieldChange> ranked() {
    return ChangeCauses.rankedByEffects(changes);
  }

  /// Adds a field that changes or stays.
  void add(FieldDelta delta) {
    if (delta.kind() == FieldDelta.DeltaKind.NO_LONGER_SET) {
      return;
    }
    ChangeReason reason = reason(delta);
    boolean date = ScheduleFields.parseDate(delta.after()) != null;
    String address = delta.address();
    String field = delta.field().name();
    ProcessTree.PlacedNode place = definition.get(address);
    changes.add(
        new FieldChange(
            place == null ? processNode() : changedNode(address, place),
            field,
            new ValueChange(
                delta.before(),
                delta.after(),
                date ? dateExpression(address, field) : null,
                businessDays(delta),
                ScheduleFields.daysOffBetween(calendar, delta.before(), delta.after()),
                changedBy(delta) == ChangedBy.DEFINITION ? null : lastApplied.find(address, field)),
            reason,
            new ChangeOrigin(
                changedBy(delta),
                delta.overwritesDrift(),
                delta.changedBy() == ChangedBy.DRIFT ? List.of() : causes.ofField(address, field)),
            Siblings.NONE));
  }

  private ChangedNode processNode() {
    return new ChangedNode(
        desired.identity(), "process", DefinitionTrees.nameOf(definition.process()), List.of());
  }

  /// A node as people know it.
  public static ChangedNode changedNode(String address, ProcessTree.PlacedNode place) {
    String kind = place.node() instanceof ProcessJob job ? job.kind().name() : "group";
    return new ChangedNode(address, kind, NodeMatcher.nodeName(place.node()), people(place));
  }

  /// The number of business days in the calendar in which it is higher: if a day becomes closed, a
  /// date moves by one business day in the old calendar, and by none in the new one.
  private @Nullable Integer businessDays(FieldDelta item) {
    Integer now = ScheduleFields.businessDays(calendar, item.before(), item.after());
    Integer then = ScheduleFields.businessDays(calendarBefore, item.before(), item.after());
    return now != null && then != null && Math.abs(then) > Math.abs(now) ? then : now;
  }

  private static ChangedBy changedBy(FieldDelta item) {
    return item.changedBy() == ChangedBy.NOBODY ? ChangedBy.DEFINITION : item.changedBy();
  }

  private static ChangeReason reason(FieldDelta item) {
    return switch (item.kind()) {
      case PATCH -> ChangeReason.PATCHABLE;
      case RENAME -> ChangeReason.RENAME;
      case WRITE_ONLY -> ChangeReason.WRITE_ONLY;
      case SHIFTED -> ChangeReason.SHIFTED;
      case NOT_PATCHABLE ->
          item.isServerDefault() ? ChangeReason.SERVER_DEFAULT : ChangeReason.NOT_PATCHABLE;
      case LEFT_AS_IS, CONVERGED, NO_LONGER_SET -> ChangeReason.IGNORED;
    };
  }

  private @Nullable String dateExpression(String address, String field) {
    Lazy<Json> derivation = desired.provenance().derivations().get(new FieldRef(address, field));
    return derivation != null && derivation.get() instanceof Json.Obj object
        ? object.text("rule").orElse(null)
        : null;
  }

  /// Adds a structural difference that the plan removes.
  ///
  /// @param address of the node in the definition, actual or possible
  void add(ProcessDifference difference, ChangedBy changedBy, String address) {
    if (difference instanceof ProcessDifference.Reordered moved
        && changedBy == ChangedBy.DRIFT
        && moved.place().parent() != null) {
      addReorderedByDrift(moved.place().parent(), true);
      return;
    }
    boolean drift = changedBy.mayBeDrift();
    ChangeReason reason =
        difference instanceof ProcessDifference.Reordered
            ? ChangeReason.ORDER_CHANGED
            : ChangeReason.STRUCTURE_CHANGED;
    add(
        difference,
        address,
        reason,
        new ChangeOrigin(
            changedBy, drift, changedBy == ChangedBy.DRIFT ? List.of() : causes.ofNode(address)));
  }

  /// Adds structural drift that stays.
  void addIgnored(ProcessDifference difference, String address) {
    add(difference, address, ChangeReason.IGNORED, ChangeOrigin.drift(false));
  }

  private void add(
      ProcessDifference difference, String address, ChangeReason reason, ChangeOrigin origin) {
    ProcessTree.PlacedNode place =
        switch (difference) {
          case ProcessDifference.Added added -> added.place();
          case ProcessDifference.Removed removed -> removed.place();
          case ProcessDifference.Moved moved -> moved.place();
          case ProcessDifference.Reordered reordered -> reordered.place();
          case ProcessDifference.Changed changed -> null;
        };
    if (place == null) {
      return;
    }
    boolean isRemoved = difference instanceof ProcessDifference.Removed;
    changes.add(
        new FieldChange(
            changedNode(address, place),
            structuralField(difference),
            structuralValue(difference),
            reason,
            origin,
            isRemoved ? Siblings.NONE : new Siblings(sibling(place, -1), sibling(place, 1))));
  }

  private static String structuralField(ProcessDifference difference) {
    return switch (difference) {
      case ProcessDifference.Moved moved -> FieldChange.PARENT;
      case ProcessDifference.Reordered reordered -> FieldChange.POSITION;
      default -> FieldChange.NODE;
    };
  }

  private static ValueChange structuralValue(ProcessDifference difference) {
    return switch (difference) {
      case ProcessDifference.Added added ->
          ValueChange.of(null, withoutChildren(added.place().node()));
      case ProcessDifference.Removed removed ->
          ValueChange.of(withoutChildren(removed.place().node()), null);
      case ProcessDifference.Moved moved ->
          ValueChange.of(Json.of(parentName(moved.from())), Json.of(parentName(moved.place())));
      case ProcessDifference.Reordered reordered ->
          ValueChange.of(
              Json.of(reordered.from().index() + 1L), Json.of(reordered.place().index() + 1L));
      case ProcessDifference.Changed changed -> ValueChange.of(changed.before(), changed.after());
    };
  }

  private static String parentName(ProcessTree.PlacedNode place) {
    return place.parent() == null ? "" : NodeMatcher.nodeName(place.parent().node());
  }

  /// Adds the process as a whole, which does not exist yet.
  void addCreated() {
    Json body =
        ProcessJson.createBody(
                new Process(
                    desired.identity(),
                    definition.process().fields(),
                    new ProcessGroup(Address.ROOT, definition.root().node().fields(), List.of())))
            .body();
    changes.add(
        new FieldChange(
            processNode(),
            FieldChange.NODE,
            ValueChange.of(null, body),
            ChangeReason.STRUCTURE_CHANGED,
            ChangeOrigin.definition(causes.ofNode(desired.identity())),
            Siblings.NONE));
  }

  /// Adds a group whose children were reordered in Workiva, once.
  void addReorderedByDrift(ProcessTree.PlacedNode group, boolean overwritten) {
    if (changes.stream()
        .anyMatch(c -> c.address().equals(group.ref()) && c.field().equals(FieldChange.POSITION))) {
      return;
    }
    changes.add(
        new FieldChange(
            new ChangedNode(group.ref(), "group", NodeMatcher.nodeName(group.node()), List.of()),
            FieldChange.POSITION,
            ValueChange.of(null, null),
            overwritten ? ChangeReason.ORDER_CHANGED : ChangeReason.IGNORED,
            ChangeOrigin.drift(overwritten),
            Siblings.NONE));
  }

  private @Nullable String sibling(ProcessTree.PlacedNode place, int step) {
    ProcessTree.PlacedNode parent = place.parent();
    boolean hasPlace =
        parent != null && (place.node() instanceof ProcessGroup || !parent.group().isParallel());
    if (parent == null || !hasPlace) {
      return null;
    }
    List<ProcessTree.PlacedNode> siblings = definition.children(parent);
    int index = place.index() + step;
    return index < 0 || index >= siblings.size() ? null : siblings.get(index).ref();
  }

  /// The ids of those who do and approve a task.
  public static List<String> people(ProcessTree.@Nullable PlacedNode place) {
    List<String> people = new ArrayList<>();
    if (place != null) {
      for (Map.Entry<FieldSpec, Json> entry : place.node().fields().entrySet()) {
        if (entry.getKey().type() == FieldType.PARTICIPANT_REF
            && entry.getValue() instanceof Json.Obj participant) {
          participant.text("id").ifPresent(people::add);
        }
      }
    }
    return people;
  }

  /// The node as it is sent, a group without its children.
  private static Json withoutChildren(ProcessNode node) {
    return ProcessJson.childBody(
        node instanceof ProcessGroup group
            ? new ProcessGroup(group.key(), group.fields(), List.of())
            : node);
  }
}
