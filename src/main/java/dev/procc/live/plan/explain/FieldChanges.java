package dev.procc.live.plan.explain;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.diff.NodeMatcher;
import dev.procc.live.diff.ProcessDifference;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.compare.ServerShift;
import dev.procc.live.plan.decide.FieldDelta;
import dev.procc.live.plan.decide.ReplacementPlanner;
import dev.procc.live.plan.input.DesiredProcess;
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
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Address;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words for decisions: the changes of a process as the plan tells them.
public final class FieldChanges {
  private final DesiredProcess desired;
  private final ProcessTree definition;
  private final ChangeCauses causes;
  private final BusinessCalendar calendar;
  private final BusinessCalendar calendarBefore;
  private final List<FieldChange> changes = new ArrayList<>();

  /// @param definition the definition in normal form
  /// @param liveFields the fields of the live process; empty where there is none
  public FieldChanges(
      DesiredProcess desired,
      ProcessTree definition,
      ChangeCauses causes,
      Map<FieldSpec, Json> liveFields) {
    this.desired = desired;
    this.definition = definition;
    this.causes = causes;
    this.calendar = ServerShift.calendar(definition.process().fields());
    this.calendarBefore = liveFields.isEmpty() ? calendar : ServerShift.calendar(liveFields);
  }

  public List<FieldChange> ranked() {
    return ChangeCauses.rankedByEffects(changes);
  }

  public void add(FieldDelta delta) {
    ChangeReason reason = reason(delta);
    boolean date = ServerShift.parseDate(delta.after()) != null;
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
                businessDays(delta)),
            reason,
            new ChangeOrigin(
                changedBy(delta),
                delta.overwritesDrift(),
                delta.changedBy() == ChangedBy.DRIFT ? List.of() : causes.ofField(address, field)),
            Siblings.NONE));
  }

  private ChangedNode processNode() {
    return new ChangedNode(
        desired.identity(), "process", processName(definition.process()), List.of());
  }

  /// A node as people know it.
  public static ChangedNode changedNode(String address, ProcessTree.PlacedNode place) {
    String kind = place.node() instanceof ProcessJob job ? job.kind().name() : "group";
    return new ChangedNode(address, kind, NodeMatcher.nodeName(place.node()), people(place));
  }

  /// In the calendar in which it is more: a day that becomes a day off moves a date by one business
  /// day as the old calendar counts, and by none as the new one does.
  private @Nullable Integer businessDays(FieldDelta item) {
    Integer now = ServerShift.businessDays(calendar, item.before(), item.after());
    Integer then = ServerShift.businessDays(calendarBefore, item.before(), item.after());
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
          ReplacementPlanner.isServerDefault(item)
              ? ChangeReason.SERVER_DEFAULT
              : ChangeReason.NOT_PATCHABLE;
      case LEFT_AS_IS, CONVERGED -> ChangeReason.IGNORED;
    };
  }

  private @Nullable String dateExpression(String address, String field) {
    Lazy<Json> derivation = desired.provenance().derivations().get(new FieldRef(address, field));
    return derivation != null && derivation.get() instanceof Json.Obj object
        ? object.text("rule").orElse(null)
        : null;
  }

  public static String processName(Process process) {
    return process.get(Fields.PROCESS_NAME) instanceof Json.Str s ? s.value() : "";
  }

  /// A structural difference.
  ///
  /// @param address of the node, as the definition calls it or would
  /// @param leftAsIs whether it stays as it is
  public void add(
      ProcessDifference difference, ChangedBy changedBy, String address, boolean leftAsIs) {
    switch (difference) {
      case ProcessDifference.Added added ->
          addStructural(
              address,
              FieldChange.NODE,
              null,
              withoutChildren(added.place().node()),
              added.place(),
              added.place(),
              changedBy,
              leftAsIs,
              ChangeReason.STRUCTURE_CHANGED);
      case ProcessDifference.Removed removed ->
          addStructural(
              address,
              FieldChange.NODE,
              withoutChildren(removed.place().node()),
              null,
              removed.place(),
              null,
              changedBy,
              leftAsIs,
              ChangeReason.STRUCTURE_CHANGED);
      case ProcessDifference.Moved moved ->
          addStructural(
              address,
              FieldChange.PARENT,
              Json.of(parentName(moved.from())),
              Json.of(parentName(moved.place())),
              moved.place(),
              moved.place(),
              changedBy,
              leftAsIs,
              ChangeReason.STRUCTURE_CHANGED);
      case ProcessDifference.Reordered reordered ->
          addStructural(
              address,
              FieldChange.POSITION,
              Json.of(reordered.from().index() + 1L),
              Json.of(reordered.place().index() + 1L),
              reordered.place(),
              reordered.place(),
              changedBy,
              leftAsIs,
              ChangeReason.ORDER_CHANGED);
      case ProcessDifference.Changed changed -> {}
    }
  }

  private static String parentName(ProcessTree.PlacedNode place) {
    return place.parent() == null ? "" : NodeMatcher.nodeName(place.parent().node());
  }

  private void addStructural(
      String address,
      String field,
      @Nullable Json before,
      @Nullable Json after,
      ProcessTree.PlacedNode place,
      ProcessTree.@Nullable PlacedNode siblingPlace,
      ChangedBy changedBy,
      boolean leftAsIs,
      ChangeReason reason) {
    boolean drift = changedBy == ChangedBy.DRIFT;
    changes.add(
        new FieldChange(
            changedNode(address, place),
            field,
            ValueChange.of(before, after),
            leftAsIs ? ChangeReason.IGNORED : reason,
            new ChangeOrigin(
                changedBy, drift && !leftAsIs, drift ? List.of() : causes.ofNode(address)),
            new Siblings(sibling(siblingPlace, -1), sibling(siblingPlace, 1))));
  }

  /// The process as a whole, which does not exist yet.
  public void addCreated() {
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

  /// A group whose children somebody reordered in Workiva.
  public void addReorderedByDrift(ProcessTree.PlacedNode group) {
    changes.add(
        new FieldChange(
            new ChangedNode(group.ref(), "group", NodeMatcher.nodeName(group.node()), List.of()),
            FieldChange.POSITION,
            ValueChange.of(null, null),
            ChangeReason.IGNORED,
            ChangeOrigin.drift(false),
            Siblings.NONE));
  }

  private @Nullable String sibling(ProcessTree.@Nullable PlacedNode place, int step) {
    ProcessTree.PlacedNode parent = place == null ? null : place.parent();
    if (place == null || parent == null || parent.group().isParallel()) {
      return null;
    }
    List<ProcessTree.PlacedNode> siblings = definition.children(parent);
    int index = place.index() + step;
    return index < 0 || index >= siblings.size() ? null : siblings.get(index).ref();
  }

  /// Ids of who does and approves a task.
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

  /// The node as the wire has it, a group without its children.
  static Json withoutChildren(ProcessNode node) {
    return ProcessJson.childBody(
        node instanceof ProcessGroup group
            ? new ProcessGroup(group.key(), group.fields(), List.of())
            : node);
  }
}
