package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.live.diff.Fact;
import dev.procc.live.diff.Matcher;
import dev.procc.live.diff.Side;
import dev.procc.live.diff.Tree;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Later;
import dev.procc.live.planfile.Reason;
import dev.procc.live.wire.Wire;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import dev.procc.model.process.Node;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words for decisions: the changes of a process as the plan tells them.
final class Changes {
  private final Desired desired;
  private final Tree tree;
  private final Causes causes;
  private final BusinessCalendar calendar;
  private final BusinessCalendar before;
  private final List<FieldChange> found = new ArrayList<>();

  /// @param tree the definition in normal form
  /// @param live the fields of the live process; empty where there is none
  Changes(Desired desired, Tree tree, Causes causes, Map<Field, Json> live) {
    this.desired = desired;
    this.tree = tree;
    this.causes = causes;
    this.calendar = ServerShift.calendar(tree.process().fields());
    this.before = live.isEmpty() ? calendar : ServerShift.calendar(live);
  }

  List<FieldChange> all() {
    return Causes.ranked(found);
  }

  void add(Item item) {
    Reason reason = reason(item);
    boolean date = ServerShift.date(item.after()) != null;
    found.add(
        new FieldChange(
            item.address(),
            item.field().name(),
            item.before(),
            item.after(),
            reason,
            origin(item),
            item.side() == Side.DRIFT ? List.of() : causes.of(item.address(), item.field().name()),
            kind(item.address()),
            title(item.address()),
            date ? rule(item.address(), item.field().name()) : null,
            businessDays(item),
            item.overwrites(),
            null,
            null,
            people(tree.get(item.address()))));
  }

  /// In the calendar in which it is more: a day that becomes a day off moves a date by one business
  /// day as the old calendar counts, and by none as the new one does.
  private @Nullable Integer businessDays(Item item) {
    Integer now = ServerShift.businessDays(calendar, item.before(), item.after());
    Integer then = ServerShift.businessDays(before, item.before(), item.after());
    return now != null && then != null && Math.abs(then) > Math.abs(now) ? then : now;
  }

  private static String origin(Item item) {
    return item.side() == Side.NOBODY ? Side.YOU.word() : item.side().word();
  }

  private static Reason reason(Item item) {
    return switch (item.kind()) {
      case PATCH -> Reason.PATCHABLE;
      case RENAME -> Reason.RENAME;
      case WRITE_ONLY -> Reason.WRITE_ONLY;
      case SHIFTED -> Reason.SHIFTED;
      case IMPOSSIBLE -> Anew.serversOwn(item) ? Reason.SERVER_DEFAULT : Reason.NOT_PATCHABLE;
      case LEFT, CONVERGED -> Reason.IGNORED;
    };
  }

  private @Nullable String rule(String address, String field) {
    Later<Json> derivation = desired.derivations().get(new FieldRef(address, field));
    return derivation != null && derivation.get() instanceof Json.Obj object
        ? object.text("rule").orElse(null)
        : null;
  }

  private String kind(String address) {
    Tree.Place place = tree.get(address);
    return place == null ? "process" : kind(place.node());
  }

  private static String kind(Node node) {
    return node instanceof Job job ? job.kind().name() : "group";
  }

  private String title(String address) {
    Tree.Place place = tree.get(address);
    return place == null ? name(tree.process()) : Matcher.name(place.node());
  }

  static String name(Process process) {
    return process.get(Fields.PROCESS_NAME) instanceof Json.Str s ? s.value() : "";
  }

  /// A structural difference.
  ///
  /// @param address of the node, as the definition calls it or would
  /// @param left whether it stays as it is
  void add(Fact fact, Side side, String address, boolean left) {
    switch (fact) {
      case Fact.Added added ->
          structure(
              address,
              FieldChange.NODE,
              null,
              summary(added.place().node()),
              added.place(),
              added.place(),
              side,
              left,
              Reason.STRUCTURE_CHANGED);
      case Fact.Removed removed ->
          structure(
              address,
              FieldChange.NODE,
              summary(removed.place().node()),
              null,
              removed.place(),
              null,
              side,
              left,
              Reason.STRUCTURE_CHANGED);
      case Fact.Moved moved ->
          structure(
              address,
              FieldChange.PARENT,
              Json.of(parentName(moved.from())),
              Json.of(parentName(moved.place())),
              moved.place(),
              moved.place(),
              side,
              left,
              Reason.STRUCTURE_CHANGED);
      case Fact.Reordered reordered ->
          structure(
              address,
              FieldChange.POSITION,
              Json.of(reordered.from().index() + 1L),
              Json.of(reordered.place().index() + 1L),
              reordered.place(),
              reordered.place(),
              side,
              left,
              Reason.ORDER_CHANGED);
      case Fact.Changed changed -> {}
    }
  }

  private static String parentName(Tree.Place place) {
    return place.parent() == null ? "" : Matcher.name(place.parent().node());
  }

  private void structure(
      String address,
      String field,
      @Nullable Json before,
      @Nullable Json after,
      Tree.Place place,
      Tree.@Nullable Place here,
      Side side,
      boolean left,
      Reason reason) {
    found.add(
        new FieldChange(
            address,
            field,
            before,
            after,
            left ? Reason.IGNORED : reason,
            side.word(),
            side == Side.DRIFT ? List.of() : causes.ofNode(address),
            kind(place.node()),
            Matcher.name(place.node()),
            null,
            null,
            side == Side.DRIFT && !left,
            sibling(here, -1),
            sibling(here, 1),
            people(place)));
  }

  /// The process as a whole, which does not exist yet.
  void created() {
    found.add(
        new FieldChange(
            desired.identity(),
            FieldChange.NODE,
            null,
            Wire.create(
                    new Process(
                        desired.identity(),
                        tree.process().fields(),
                        new Group("root", tree.root().node().fields(), List.of())))
                .body(),
            Reason.STRUCTURE_CHANGED,
            Side.YOU.word(),
            causes.ofNode(desired.identity()),
            "process",
            name(tree.process()),
            null,
            null,
            false,
            null,
            null,
            List.of()));
  }

  /// A group whose children somebody reordered in Workiva.
  void reorderedThere(Tree.Place group) {
    found.add(
        new FieldChange(
            group.ref(),
            FieldChange.POSITION,
            null,
            null,
            Reason.IGNORED,
            Side.DRIFT.word(),
            List.of(),
            "group",
            Matcher.name(group.node()),
            null,
            null,
            false,
            null,
            null,
            List.of()));
  }

  private @Nullable String sibling(Tree.@Nullable Place place, int step) {
    Tree.Place parent = place == null ? null : place.parent();
    if (place == null || parent == null || parent.group().parallel()) {
      return null;
    }
    List<Tree.Place> siblings = tree.children(parent);
    int index = place.index() + step;
    return index < 0 || index >= siblings.size() ? null : siblings.get(index).ref();
  }

  /// Ids of who does and approves a task.
  static List<String> people(Tree.@Nullable Place place) {
    List<String> people = new ArrayList<>();
    if (place != null) {
      for (Map.Entry<Field, Json> entry : place.node().fields().entrySet()) {
        if (entry.getKey().type() == FieldType.PARTICIPANT_REF
            && entry.getValue() instanceof Json.Obj participant) {
          participant.text("id").ifPresent(people::add);
        }
      }
    }
    return people;
  }

  /// The node as the wire has it, a group without its children.
  static Json summary(Node node) {
    return Wire.child(
        node instanceof Group group ? new Group(group.key(), group.fields(), List.of()) : node);
  }
}
