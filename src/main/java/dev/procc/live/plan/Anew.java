package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Base;
import dev.procc.live.diff.Diff;
import dev.procc.live.diff.Fact;
import dev.procc.live.diff.Matching;
import dev.procc.live.diff.Side;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import dev.procc.model.process.Node;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/// What differs when a process is built anew, and what the new one is.
final class Anew {
  private final Tree raw;
  private final Tree desired;
  private final Tree live;
  private final Tree shifted;
  private final Matching matching;
  private final Base base;
  private final Goals goals;
  private final BiPredicate<String, String> kept;
  private final Overrides overrides;
  private final boolean strictOrder;
  private final List<String> carried = new ArrayList<>();

  /// @param raw the tree of the definition as written
  /// @param shifted the live tree as the server would have moved its dates
  Anew(
      Tree raw,
      Tree desired,
      LiveProcess live,
      Process shifted,
      Matching matching,
      Base base,
      BiPredicate<String, String> kept,
      Overrides overrides,
      Measurements server,
      boolean strictOrder) {
    this.raw = raw;
    this.desired = desired;
    this.live = Tree.ofLive(live.process());
    this.shifted = Tree.ofLive(shifted);
    this.matching = matching;
    this.base = base;
    this.goals = new Goals(raw, live, base, kept, overrides, server, true);
    this.kept = kept;
    this.overrides = overrides;
    this.strictOrder = strictOrder;
  }

  /// A structural difference and who made it.
  record Structural(Fact fact, Side side) {}

  /// The fields of the nodes that are on both sides, in document order; those of the process itself
  /// first.
  List<Item> items(List<Item> process) {
    List<Item> items = new ArrayList<>(process);
    for (Tree.Place place : desired.all()) {
      String ref = matching.live(place.ref());
      Tree.Place other = ref == null ? null : live.get(ref);
      if (other != null) {
        Tree.Place later = shifted.get(other.ref());
        items.addAll(goals.node(place, other, later == null ? other : later));
      }
    }
    return items;
  }

  /// Whether nobody made this difference: the server shows other than was sent.
  static boolean serversOwn(Item item) {
    return item.side() == Side.NOBODY && !Objects.equals(item.before(), item.after());
  }

  /// Whether this field, changed by the definition, cannot change in place.
  boolean forces(Item item) {
    return item.kind() == Item.Kind.IMPOSSIBLE
        && !serversOwn(item)
        && (item.side() != Side.DRIFT
            || overrides.overwrites(item.address() + ":" + item.field().name()));
  }

  /// Nodes added, removed, moved and, where the order counts, reordered.
  List<Structural> structure() {
    List<Structural> found = new ArrayList<>();
    for (Fact fact : Diff.facts(desired, live, matching)) {
      switch (fact) {
        case Fact.Changed changed -> {}
        case Fact.Added added ->
            found.add(new Structural(fact, removedThere(added.place()) ? Side.DRIFT : Side.YOU));
        case Fact.Removed removed ->
            found.add(
                new Structural(
                    fact,
                    base.known() && base.address(removed.place().ref()) == null
                        ? Side.DRIFT
                        : Side.YOU));
        case Fact.Moved moved -> found.add(new Structural(fact, movedBy(moved)));
        case Fact.Reordered reordered -> {
          if (reordered.strict() || strictOrder) {
            found.add(new Structural(fact, reorderedBy(reordered)));
          }
        }
      }
    }
    return found;
  }

  /// Whether somebody removed it in Workiva: it was recorded, and its node is gone. Where the node
  /// is there and cannot be the same, the definition made a group of a task or a task of a group.
  private boolean removedThere(Tree.Place place) {
    String id = base.id(place.ref());
    return id != null && live.get(id) == null;
  }

  private Side movedBy(Fact.Moved moved) {
    Tree.Place parent = moved.place().parent();
    String recorded = base.parent(moved.from().ref());
    return parent != null && recorded != null && recorded.equals(matching.live(parent.ref()))
        ? Side.DRIFT
        : Side.YOU;
  }

  /// By whoever: the definition when its order of that group is not the recorded one, or when that
  /// of Workiva still is.
  private Side reorderedBy(Fact.Reordered reordered) {
    Tree.Place parent = reordered.place().parent();
    String ref = parent == null ? null : matching.live(parent.ref());
    Tree.Place there = ref == null ? null : live.get(ref);
    if (parent == null || there == null || !base.known()) {
      return Side.YOU;
    }
    int last = -1;
    for (Tree.Place sibling : desired.children(parent)) {
      String id = base.id(sibling.ref());
      int order = id == null ? -1 : base.order(id);
      if (order >= 0 && order < last) {
        return Side.YOU;
      }
      last = Math.max(order, last);
    }
    return inRecordedOrder(there) ? Side.YOU : Side.DRIFT;
  }

  private boolean inRecordedOrder(Tree.Place group) {
    int last = -1;
    for (Tree.Place child : live.children(group)) {
      int order = group.ref().equals(base.parent(child.ref())) ? base.order(child.ref()) : -1;
      if (order >= 0 && order < last) {
        return false;
      }
      last = Math.max(order, last);
    }
    return true;
  }

  /// The new process: what the definition says, and of the old one what is nobody's but Workiva's.
  Process body() {
    carried.clear();
    Process wanted = desired.process();
    Map<Field, Json> fields =
        merged(
            wanted.identity(),
            base.known(),
            raw.process().fields(),
            wanted.fields(),
            live.process().fields());
    return new Process(wanted.identity(), fields, group(desired.root()));
  }

  /// `ADDRESS:FIELD` of what `body` took from the old process.
  List<String> carried() {
    return carried;
  }

  private Group group(Tree.Place place) {
    List<Node> children = new ArrayList<>();
    for (Tree.Place child : desired.children(place)) {
      children.add(
          switch (child.node()) {
            case Group g -> group(child);
            case Job job -> new Job(job.key(), job.kind(), fields(child));
          });
    }
    return new Group(place.node().key(), fields(place), children);
  }

  private Map<Field, Json> fields(Tree.Place place) {
    String ref = matching.live(place.ref());
    Tree.Place other = ref == null ? null : live.get(ref);
    Tree.Place written = raw.get(place.ref());
    boolean sameKind =
        !(place.node() instanceof Job one)
            || other != null
                && other.node() instanceof Job job
                && job.kind().name().equals(one.kind().name());
    if (other == null || !sameKind) {
      return place.node().fields();
    }
    return merged(
        place.ref(),
        other.ref().equals(base.id(place.ref())),
        written == null ? Map.of() : written.node().fields(),
        place.node().fields(),
        other.node().fields());
  }

  private Map<Field, Json> merged(
      String address,
      boolean recorded,
      Map<Field, Json> written,
      Map<Field, Json> wanted,
      Map<Field, Json> shown) {
    Map<Field, Json> all = new LinkedHashMap<>(wanted);
    for (Map.Entry<Field, Json> entry : shown.entrySet()) {
      Field field = entry.getKey();
      String sent = recorded ? base.sent(address, field.name()) : null;
      boolean ours =
          written.containsKey(field)
              || wanted.containsKey(field)
              || sent != null && !sent.equals(FieldHash.ABSENT);
      if (field.owner() == Owner.DEFINITION
          && (!ours || recorded && kept.test(address, field.name()))
          && !Objects.equals(all.put(field, entry.getValue()), entry.getValue())) {
        carried.add(address + ":" + field.name());
      }
    }
    return all;
  }

  /// The address of a live node.
  String addressOf(Tree.Place there) {
    return LiveAddress.of(there, desired, matching, base);
  }
}
