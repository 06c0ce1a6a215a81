package dev.procc.language.format;

import dev.procc.language.yaml.Cst;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts the entries of block mappings into their canonical order, with their comments.
///
/// A mapping is left in its order when another one could mean something else: with `<<`, with a key
/// that stands twice, with anchors and aliases of its own. Comments above the first entry stay
/// above the first.
final class Order {
  /// The slots in the order in which they are written.
  List<Slot> arranged(Cst.Collection block, List<Slot> slots, Canon canon) {
    List<String> known = canon.keys();
    if (!block.mapping() || known.isEmpty() || slots.size() < 2 || fixed(block)) {
      return slots;
    }
    Map<String, Integer> ranks = new HashMap<>();
    for (String key : known) {
      ranks.put(key, ranks.size());
    }
    List<Slot> sorted = new ArrayList<>(slots);
    sorted.sort((a, b) -> Integer.compare(rank(ranks, a), rank(ranks, b)));
    Slot first = slots.getFirst();
    Slot head = sorted.getFirst();
    if (head != first) {
      List<Slot.Line> leading = new ArrayList<>(first.leading);
      boolean blank = first.blankBefore;
      leading.addAll(head.leading);
      first.leading = new ArrayList<>(0);
      first.blankBefore = head.blankBefore;
      head.leading = leading;
      head.blankBefore = blank && !leading.isEmpty();
    }
    return sorted;
  }

  private static int rank(Map<String, Integer> ranks, Slot slot) {
    return ranks.getOrDefault(Texts.key(slot.part), Integer.MAX_VALUE);
  }

  private static boolean fixed(Cst.Collection block) {
    Set<String> seen = new HashSet<>();
    for (Cst.Part part : block.parts()) {
      if (!(part.key() instanceof Cst.Text key)
          || key.value().equals("<<")
          || !seen.add(key.value())) {
        return true;
      }
    }
    boolean[] holds = new boolean[2];
    names(block, holds);
    return holds[0] && holds[1];
  }

  /// Notes whether there is an anchor and whether there is an alias.
  private static void names(Cst node, boolean[] holds) {
    for (String property : node.properties()) {
      holds[0] |= property.startsWith("&");
    }
    holds[1] |= node instanceof Cst.Alias;
    if (node instanceof Cst.Collection collection) {
      for (Cst.Part part : collection.parts()) {
        if (part.key() != null) {
          names(part.key(), holds);
        }
        names(part.value(), holds);
      }
    }
  }
}
