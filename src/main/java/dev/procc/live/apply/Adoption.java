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
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Normal;
import dev.procc.model.catalog.Field;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ties a definition to a live process that procc did not make, or whose entry was lost: `adopt`
/// and `state rebuild`. Nothing is written to Workiva.
public final class Adoption {
  private Adoption() {}

  /// The entry that makes this live process the one of the definition. Fields on which both agree
  /// count as sent; where they differ the next plan shows a change of the definition.
  ///
  /// @param before the entry there was, whose runs and former processes are kept
  public static LedgerEntry of(
      String target,
      String origin,
      Desired desired,
      LiveProcess live,
      @Nullable LedgerEntry before) {
    Process wanted = Normal.of(desired.process());
    Tree tree = Tree.ofDefinition(wanted);
    Tree there = Tree.ofLive(live.process());
    Matching matching = Matcher.match(tree, there, Base.NONE);
    List<NodeLine> lines = new ArrayList<>();
    lines.add(line("", live.id(), wanted.fields(), live.process().fields()));
    for (Tree.Place place : tree.all()) {
      String ref = matching.live(place.ref());
      Tree.Place other = ref == null ? null : there.get(ref);
      if (other != null) {
        String path = place.ref().substring(desired.identity().length() + 1);
        lines.add(line(path, other.ref(), place.node().fields(), other.node().fields()));
      }
    }
    LedgerEntry entry =
        before == null ? LedgerEntry.empty(target, desired.identity(), origin) : before;
    return entry
        .withLive(live.id(), live.revision(), live.contentHash(), lines)
        .withPending(null)
        .withSource(
            live.name(),
            desired.sourceHash(),
            desired.protect(),
            desired.onRemoval(),
            entry.sources());
  }

  private static NodeLine line(
      String path, String id, Map<Field, Json> wanted, Map<Field, Json> shown) {
    Map<String, String> sent = new LinkedHashMap<>();
    Map<String, String> seen = new LinkedHashMap<>();
    shown.forEach((field, value) -> seen.put(field.name(), FieldHash.of(value)));
    wanted.forEach((field, value) -> {
      String hash = FieldHash.of(value);
      if (hash.equals(seen.get(field.name()))) {
        sent.put(field.name(), hash);
        seen.remove(field.name());
      }
    });
    return new NodeLine(path, id, sent, seen);
  }
}
