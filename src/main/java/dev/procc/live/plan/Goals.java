package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Base;
import dev.procc.live.diff.Side;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.Change;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Job;
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
final class Goals {
  private final Tree raw;
  private final Base base;
  private final Set<String> readOnly;
  private final BiPredicate<String, String> kept;
  private final Overrides overrides;
  private final Measurements server;
  private final boolean replacing;

  /// @param raw the tree of the definition as it was written, nulls included
  /// @param kept whether the edit of that address and field stays
  /// @param replacing whether the process is built anew
  Goals(
      Tree raw,
      LiveProcess live,
      Base base,
      BiPredicate<String, String> kept,
      Overrides overrides,
      Measurements server,
      boolean replacing) {
    this.raw = raw;
    this.base = base;
    this.readOnly = live.readOnlyNodes();
    this.kept = kept;
    this.overrides = overrides;
    this.server = server;
    this.replacing = replacing;
  }

  /// The fields of the process itself.
  List<Item> process(Map<Field, Json> desired, Map<Field, Json> live, String id) {
    String address = raw.process().identity();
    List<Item> items = new ArrayList<>();
    Pair pair = new Pair(address, id, base.known(), false);
    for (Field field : union(raw.process().fields(), desired, live)) {
      boolean written = raw.process().fields().containsKey(field);
      if (field.owner() == Owner.WRITE_ONLY) {
        writeOnly(pair, field, desired.get(field), written, items);
      } else {
        Json now = live.get(field);
        item(pair, field, written, desired.get(field), now, now, items);
      }
    }
    return items;
  }

  private void writeOnly(
      Pair pair, Field field, @Nullable Json value, boolean written, List<Item> items) {
    if (written && value != null) {
      String sent = pair.recorded ? base.sent(pair.address, field.name()) : null;
      if (!FieldHash.of(value).equals(sent)) {
        items.add(
            new Item(pair.address, pair.ref, field, null, value, Side.YOU, Item.Kind.WRITE_ONLY));
      }
    }
  }

  /// The fields of a pair of nodes.
  ///
  /// @param shifted the live node as the server will have moved its dates
  List<Item> node(Tree.Place desired, Tree.Place live, Tree.Place shifted) {
    List<Item> items = new ArrayList<>();
    Pair pair =
        new Pair(
            desired.ref(),
            live.ref(),
            live.ref().equals(base.id(desired.ref())),
            desired.parent() == null);
    if (desired.node() instanceof Job one
        && live.node() instanceof Job other
        && !one.kind().name().equals(other.kind().name())) {
      items.add(
          new Item(
              desired.ref(),
              live.ref(),
              Fields.PROCESS_JOB_ACTION,
              Json.of(other.kind().name()),
              Json.of(one.kind().name()),
              Side.YOU,
              Item.Kind.IMPOSSIBLE));
      return items;
    }
    Tree.Place place = raw.get(desired.ref());
    Map<Field, Json> written = place == null ? Map.of() : place.node().fields();
    for (Field field : union(written, desired.node().fields(), live.node().fields())) {
      item(
          pair,
          field,
          written.containsKey(field),
          desired.node().get(field),
          live.node().get(field),
          shifted.node().get(field),
          items);
    }
    return items;
  }

  /// A pair of nodes.
  ///
  /// @param recorded whether the ledger knows them as this pair
  private record Pair(String address, String ref, boolean recorded, boolean rootGroup) {}

  private void item(
      Pair pair,
      Field field,
      boolean written,
      @Nullable Json desired,
      @Nullable Json live,
      @Nullable Json shifted,
      List<Item> items) {
    String sent = pair.recorded ? base.sent(pair.address, field.name()) : null;
    boolean recordedSet = sent != null && !sent.equals(FieldHash.ABSENT);
    boolean managed = written || desired != null || recordedSet;
    if (!managed) {
      unmanaged(pair, field, live, shifted, items);
      return;
    }
    Side side = side(pair, field, written || desired != null, sent, desired, live);
    boolean possible = possible(pair, field, live, desired);
    Json goal = goal(pair, field, side, possible, desired, live, shifted);
    Item.Kind kind = kind(field, pair.rootGroup, side, possible, desired, live, shifted, goal);
    if (kind != null) {
      Json after = kind == Item.Kind.LEFT ? desired : goal;
      items.add(new Item(pair.address, pair.ref, field, live, after, side, kind));
    }
  }

  private void unmanaged(
      Pair pair, Field field, @Nullable Json live, @Nullable Json shifted, List<Item> items) {
    if (!Objects.equals(live, shifted)) {
      items.add(
          new Item(pair.address, pair.ref, field, live, shifted, Side.NOBODY, Item.Kind.SHIFTED));
    } else if (pair.recorded && !FieldHash.of(live).equals(base.seen(pair.address, field.name()))) {
      items.add(new Item(pair.address, pair.ref, field, live, live, Side.DRIFT, Item.Kind.LEFT));
    }
  }

  private Side side(
      Pair pair,
      Field field,
      boolean says,
      @Nullable String sent,
      @Nullable Json desired,
      @Nullable Json live) {
    if (!pair.recorded) {
      return Objects.equals(desired, live) ? Side.NOBODY : Side.YOU;
    }
    String shown = FieldHash.of(live);
    String wants = !says ? null : Objects.equals(desired, live) ? shown : FieldHash.of(desired);
    return Side.of(sent, base.seen(pair.address, field.name()), wants, shown);
  }

  private @Nullable Json goal(
      Pair pair,
      Field field,
      Side side,
      boolean possible,
      @Nullable Json desired,
      @Nullable Json live,
      @Nullable Json shifted) {
    boolean edited = side == Side.DRIFT || side == Side.BOTH;
    if (edited && kept.test(pair.address, field.name())) {
      return shifted;
    }
    return switch (side) {
      case NOBODY -> Objects.equals(desired, live) || replacing ? desired : shifted;
      case DRIFT ->
          possible || replacing || overrides.overwrites(pair.address + ":" + field.name())
              ? desired
              : shifted;
      case YOU, BOTH, CONVERGED -> desired;
    };
  }

  private Item.@Nullable Kind kind(
      Field field,
      boolean rootGroup,
      Side side,
      boolean possible,
      @Nullable Json desired,
      @Nullable Json live,
      @Nullable Json shifted,
      @Nullable Json goal) {
    if (!Objects.equals(goal, shifted)) {
      if (!possible) {
        return Item.Kind.IMPOSSIBLE;
      }
      return Catalog.change(field, rootGroup) == Change.PATCH ? Item.Kind.PATCH : Item.Kind.RENAME;
    }
    if (!Objects.equals(live, shifted)) {
      return Item.Kind.SHIFTED;
    }
    if ((side == Side.DRIFT || side == Side.BOTH) && !Objects.equals(desired, live)) {
      return Item.Kind.LEFT;
    }
    return side == Side.CONVERGED ? Item.Kind.CONVERGED : null;
  }

  /// Whether a call can give the field this value.
  private boolean possible(Pair pair, Field field, @Nullable Json live, @Nullable Json goal) {
    return switch (Catalog.change(field, pair.rootGroup)) {
      case PATCH ->
          goal == null ? field.removable() : live != null || server.is("replace-absent", "set");
      case RENAME -> goal instanceof Json.Str && !readOnly.contains(pair.ref);
      case REPLACE, NEVER -> false;
    };
  }

  private static Set<Field> union(
      Map<Field, Json> written, Map<Field, Json> desired, Map<Field, Json> live) {
    Set<Field> all = new LinkedHashSet<>(desired.keySet());
    all.addAll(written.keySet());
    all.addAll(live.keySet());
    return all;
  }
}
