package dev.procc.live.diff;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares two processes in normal form.
public final class Diff {
  private Diff() {}

  /// Every difference: of the process itself, then node by node in document order, then what is
  /// gone.
  public static List<Fact> facts(Tree after, Tree before, Matching matching) {
    List<Fact> facts = new ArrayList<>();
    changes(
        after.process().identity(),
        before.process().identity(),
        after.process().fields(),
        before.process().fields(),
        facts);
    for (Tree.Place place : after.all()) {
      String ref = matching.live(place.ref());
      Tree.Place other = ref == null ? null : before.get(ref);
      if (other == null) {
        facts.add(new Fact.Added(place));
        continue;
      }
      if (place.parent() != null && other.parent() != null) {
        String parent = matching.live(place.parent().ref());
        if (!other.parent().ref().equals(parent)) {
          facts.add(new Fact.Moved(place, other));
        }
      }
      changes(place, other, facts);
      if (place.node() instanceof Group group) {
        reordered(after.children(place), other, group.parallel(), before, matching, facts);
      }
    }
    for (Tree.Place place : before.all()) {
      if (matching.definition(place.ref()) == null) {
        facts.add(new Fact.Removed(place));
      }
    }
    return facts;
  }

  private static void changes(Tree.Place after, Tree.Place before, List<Fact> facts) {
    if (after.node() instanceof Job one
        && before.node() instanceof Job other
        && !one.kind().name().equals(other.kind().name())) {
      facts.add(
          new Fact.Changed(
              after.ref(),
              before.ref(),
              Fields.PROCESS_JOB_ACTION,
              Json.of(other.kind().name()),
              Json.of(one.kind().name())));
    }
    changes(after.ref(), before.ref(), after.node().fields(), before.node().fields(), facts);
  }

  private static void changes(
      String address,
      String ref,
      Map<Field, Json> after,
      Map<Field, Json> before,
      List<Fact> facts) {
    for (Map.Entry<Field, @Nullable Json> entry : union(after, before).entrySet()) {
      Field field = entry.getKey();
      Json now = after.get(field);
      Json then = before.get(field);
      if (!Objects.equals(now, then) && field.owner() == Owner.DEFINITION) {
        facts.add(new Fact.Changed(address, ref, field, then, now));
      }
    }
  }

  private static Map<Field, @Nullable Json> union(Map<Field, Json> one, Map<Field, Json> other) {
    Map<Field, @Nullable Json> all = new LinkedHashMap<>(one);
    other.forEach(all::putIfAbsent);
    return all;
  }

  /// The fewest nodes whose moving gives the new order: those outside a longest increasing run.
  private static void reordered(
      List<Tree.Place> children,
      Tree.Place group,
      boolean parallel,
      Tree before,
      Matching matching,
      List<Fact> facts) {
    List<Tree.Place> stayed = new ArrayList<>();
    List<Tree.Place> from = new ArrayList<>();
    for (Tree.Place child : children) {
      String ref = matching.live(child.ref());
      Tree.Place other = ref == null ? null : before.get(ref);
      if (other != null && other.parent() == group) {
        stayed.add(child);
        from.add(other);
      }
    }
    int[] places = new int[from.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = from.get(i).index();
    }
    Set<Integer> kept = longestIncreasing(places);
    for (int i = 0; i < places.length; i++) {
      if (!kept.contains(i)) {
        facts.add(new Fact.Reordered(stayed.get(i), from.get(i), !parallel));
      }
    }
  }

  /// The places of a longest increasing subsequence.
  static Set<Integer> longestIncreasing(int[] values) {
    int[] tails = new int[values.length];
    int[] before = new int[values.length];
    int length = 0;
    for (int i = 0; i < values.length; i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (values[tails[middle]] < values[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? -1 : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    Set<Integer> kept = new HashSet<>();
    for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = before[i]) {
      kept.add(i);
    }
    return kept;
  }
}
