package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.diff.Base;
import dev.procc.live.diff.Matcher;
import dev.procc.live.diff.Matching;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeLine;
import dev.procc.live.plan.Desired;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Normal;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Owner;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ties a definition to a live process that procc did not make, or whose entry was lost: `adopt`
/// and `state rebuild`. Nothing is written to Workiva.
final class Adoption {
  private final Desired desired;
  private final LiveProcess live;
  private final boolean ours;
  private final List<NodeLine> lines = new ArrayList<>();
  private final List<String> differing = new ArrayList<>();
  private final List<String> unseen = new ArrayList<>();
  private int matched;

  private Adoption(Desired desired, LiveProcess live, boolean ours) {
    this.desired = desired;
    this.live = live;
    this.ours = ours;
  }

  /// A definition and a live process, tied.
  ///
  /// @param entry what the ledger shall say
  /// @param matched how many groups and tasks of the definition are there, the root group not
  ///   counted
  /// @param nodes how many it has
  /// @param differing `ADDRESS:FIELD` where the two differ, in document order; of a node that only
  ///   one of them has, `ADDRESS:node`, by its id where only the live process has it
  /// @param unseen fields of the definition that no answer of the server ever shows
  record Tied(
      LedgerEntry entry, int matched, int nodes, List<String> differing, List<String> unseen) {
    Tied {
      differing = List.copyOf(differing);
      unseen = List.copyOf(unseen);
    }
  }

  /// The entry that makes this live process the one of the definition. Fields on which both agree
  /// count as sent.
  ///
  /// @param before the entry there was, whose runs and former processes are kept
  /// @param ours whether a difference is a change of the definition, as whoever adopts a process
  ///   means it; else nobody knows who made it, and the plan says that both may have
  static Tied tie(
      String target,
      String origin,
      Desired desired,
      LiveProcess live,
      @Nullable LedgerEntry before,
      boolean ours) {
    return new Adoption(desired, live, ours).tied(target, origin, before);
  }

  private Tied tied(String target, String origin, @Nullable LedgerEntry before) {
    Process wanted = Normal.of(desired.process());
    Tree tree = Tree.ofDefinition(wanted);
    Tree there = Tree.ofLive(live.process());
    Matching matching = Matcher.match(tree, there, Base.NONE);
    line("", live.id(), wanted.fields(), live.process().fields());
    for (Tree.Place place : tree.all()) {
      String ref = matching.live(place.ref());
      Tree.Place other = ref == null ? null : there.get(ref);
      String path = place.ref().substring(desired.identity().length() + 1);
      if (other != null) {
        matched += place.parent() == null ? 0 : 1;
        line(path, other.ref(), place.node().fields(), other.node().fields());
      } else {
        differing.add(place.ref() + ":" + FieldChange.NODE);
        if (!ours) {
          lines.add(new NodeLine(path, FieldHash.UNKNOWN, Map.of(), Map.of()));
        }
      }
    }
    for (Tree.Place place : there.all()) {
      if (matching.definition(place.ref()) == null) {
        differing.add(place.ref() + ":" + FieldChange.NODE);
      }
    }
    return new Tied(entry(target, origin, before), matched, tree.size() - 1, differing, unseen);
  }

  private LedgerEntry entry(String target, String origin, @Nullable LedgerEntry before) {
    LedgerEntry entry =
        before == null ? LedgerEntry.empty(target, desired.identity(), origin) : before;
    boolean equal = differing.isEmpty() && unseen.isEmpty();
    return entry
        .withLive(live.id(), live.revision(), live.contentHash(), lines)
        .withPending(null)
        .withSource(
            live.name(),
            equal ? desired.sourceHash().get() : LedgerEntry.UNSETTLED,
            desired.protect(),
            desired.onRemoval(),
            entry.sources());
  }

  private void line(String path, String id, Map<Field, Json> wanted, Map<Field, Json> shown) {
    String address = path.isEmpty() ? desired.identity() : desired.identity() + "/" + path;
    Map<String, String> sent = new LinkedHashMap<>();
    Map<String, String> seen = new LinkedHashMap<>();
    shown.forEach((field, value) -> seen.put(field.name(), FieldHash.of(value)));
    wanted.forEach((field, value) -> {
      String name = field.name();
      String hash = FieldHash.of(value);
      if (hash.equals(seen.get(name))) {
        sent.put(name, hash);
        seen.remove(name);
      } else if (field.owner() == Owner.WRITE_ONLY) {
        unseen.add(name);
      } else {
        differing.add(address + ":" + name);
        if (!ours) {
          sent.put(name, FieldHash.UNKNOWN);
          seen.remove(name);
        }
      }
    });
    lines.add(new NodeLine(path, id, sent, seen));
  }
}
