package dev.procc.language.format;

import dev.procc.language.yaml.cst.Cst;
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
final class KeyOrder {
  /// The slots in the order in which they are written.
  List<LayoutItem> sorted(Cst.CollectionNode block, List<LayoutItem> items, CanonicalForm form) {
    List<String> known = form.keyOrder();
    if (!block.mapping() || known.isEmpty() || items.size() < 2 || isFixed(block)) {
      return items;
    }
    Map<String, Integer> ranks = new HashMap<>();
    for (String key : known) {
      ranks.put(key, ranks.size());
    }
    List<LayoutItem> sorted = new ArrayList<>(items);
    sorted.sort((a, b) -> Integer.compare(rank(ranks, a), rank(ranks, b)));
    LayoutItem first = items.getFirst();
    LayoutItem head = sorted.getFirst();
    if (head != first) {
      List<LayoutItem.CommentLine> leading = new ArrayList<>(first.leading);
      boolean blank = first.blankBefore;
      leading.addAll(head.leading);
      first.leading = new ArrayList<>(0);
      first.blankBefore = head.blankBefore;
      head.leading = leading;
      head.blankBefore = blank && !leading.isEmpty();
    }
    return sorted;
  }

  private static int rank(Map<String, Integer> ranks, LayoutItem item) {
    return ranks.getOrDefault(ScalarPrinter.key(item.part), Integer.MAX_VALUE);
  }

  private static boolean isFixed(Cst.CollectionNode block) {
    Set<String> seen = new HashSet<>();
    for (Cst.Part part : block.parts()) {
      if (!(part.key() instanceof Cst.ScalarNode key)
          || key.value().equals("<<")
          || !seen.add(key.value())) {
        return true;
      }
    }
    boolean[] holds = new boolean[2];
    findAnchorsAndAliases(block, holds);
    return holds[0] && holds[1];
  }

  /// Notes whether there is an anchor and whether there is an alias.
  private static void findAnchorsAndAliases(Cst node, boolean[] holds) {
    for (String property : node.properties()) {
      holds[0] |= property.startsWith("&");
    }
    holds[1] |= node instanceof Cst.AliasNode;
    if (node instanceof Cst.CollectionNode collection) {
      for (Cst.Part part : collection.parts()) {
        if (part.key() != null) {
          findAnchorsAndAliases(part.key(), holds);
        }
        findAnchorsAndAliases(part.value(), holds);
      }
    }
  }
}
