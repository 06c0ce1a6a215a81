package dev.procc.language.format;

import dev.procc.language.yaml.cst.Cst;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Sorts the entries of block mappings into their canonical order, with their comments.
///
/// A mapping stays in its order if another one could change its meaning: with `<<`, with a
/// duplicate key, with both anchors and aliases in it. Comments above the first entry stay at the
/// top.
final class KeyOrder {
  /// The entries in the order in which they are printed.
  List<LayoutItem> sorted(Cst.CollectionNode block, List<LayoutItem> items, CanonicalForm form) {
    List<String> keyOrder = form.keyOrder();
    if (!block.mapping() || keyOrder.isEmpty() || items.size() < 2 || isFixed(block)) {
      return items;
    }
    Map<String, Integer> ranks = new HashMap<>();
    for (String key : keyOrder) {
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

  /// Whether another order could change the meaning of a mapping.
  private static boolean isFixed(Cst.CollectionNode block) {
    Set<String> seen = new HashSet<>();
    for (Cst.Part part : block.parts()) {
      if (!(part.key() instanceof Cst.ScalarNode key)
          || key.value().equals("<<")
          || !seen.add(key.value())) {
        return true;
      }
    }
    return hasAnchor(block) && hasAlias(block);
  }

  private static boolean hasAnchor(Cst node) {
    for (String property : node.properties()) {
      if (property.startsWith("&")) {
        return true;
      }
    }
    return anyChild(node, KeyOrder::hasAnchor);
  }

  private static boolean hasAlias(Cst node) {
    return node instanceof Cst.AliasNode || anyChild(node, KeyOrder::hasAlias);
  }

  private static boolean anyChild(Cst node, Predicate<Cst> predicate) {
    if (node instanceof Cst.CollectionNode collection) {
      for (Cst.Part part : collection.parts()) {
        Cst key = part.key();
        if ((key != null && predicate.test(key)) || predicate.test(part.value())) {
          return true;
        }
      }
    }
    return false;
  }
}
