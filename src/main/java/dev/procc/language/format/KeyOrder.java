package dev.procc.language.format;

import dev.procc.language.yaml.cst.Cst;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The sorting of block mappings into canonical order, with their comments.
///
/// A mapping keeps its order if another one could change its meaning: with `<<`, with a duplicate
/// key, or with both anchors and aliases. Comments above the first entry stay at the top.
final class KeyOrder {
  private final Map<List<String>, Map<String, Integer>> ranksByOrder = new IdentityHashMap<>();

  /// The entries in the order in which they are printed.
  List<LayoutItem> sorted(Cst.CollectionNode block, List<LayoutItem> items, CanonicalForm form) {
    List<String> keyOrder = form.keyOrder();
    if (!block.mapping() || keyOrder.isEmpty() || items.size() < 2) {
      return items;
    }
    Map<String, Integer> ranks = ranksByOrder.computeIfAbsent(keyOrder, KeyOrder::ranks);
    if (isInOrder(items, ranks) || isFixed(block)) {
      return items;
    }
    List<LayoutItem> sorted = new ArrayList<>(items);
    Map<LayoutItem, Integer> places = places(items, ranks);
    sorted.sort((a, b) -> places.getOrDefault(a, 0).compareTo(places.getOrDefault(b, 0)));
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

  private static Map<String, Integer> ranks(List<String> keyOrder) {
    Map<String, Integer> ranks = new HashMap<>();
    for (String key : keyOrder) {
      ranks.put(key, ranks.size());
    }
    return ranks;
  }

  private static boolean isInOrder(List<LayoutItem> items, Map<String, Integer> ranks) {
    int before = -1;
    for (LayoutItem item : items) {
      int place = ranks.getOrDefault(ScalarPrinter.key(item.part), before);
      if (place < before) {
        return false;
      }
      before = place;
    }
    return true;
  }

  /// The position of each entry: an unknown key stays after the key that it follows, since it may
  /// belong to that one.
  private static Map<LayoutItem, Integer> places(
      List<LayoutItem> items, Map<String, Integer> ranks) {
    Map<LayoutItem, Integer> places = new IdentityHashMap<>();
    int before = -1;
    for (LayoutItem item : items) {
      before = ranks.getOrDefault(ScalarPrinter.key(item.part), before);
      places.put(item, before);
    }
    return places;
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
