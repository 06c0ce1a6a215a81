package dev.procc.live.plan.compare;

import dev.procc.live.plan.input.AddressMove;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/// The current addresses of recorded ones, by following `moved`, all entries at once.
///
/// Moves that follow each other form a chain, `a` to `b` to `c`: if one of the three is recorded,
/// it is now `c`; if `a` and `b` are, they are now `b` and `c`; if `b` and `c` are, nothing moves
/// any more. If all three are, and more of what was sent is wanted under the next address, `a` and
/// `b` move and `c` has gone. Moves in a cycle mean that nodes trade places; whether they already
/// have is decided by what was sent under each address and, if that is undecided, by what they are.
final class RecordedAddresses {
  private final Map<String, String> current = new LinkedHashMap<>();
  private final Map<String, String> lastOf = new HashMap<>();
  private final Set<String> traded = new HashSet<>();
  private final ToIntFunction<List<String>> balance;
  private final UnaryOperator<String> goneAddress;

  /// @param balance whether the nodes of a cycle trade places now (above 0), have traded already
  ///   (below 0), or it is unknown (0); of a chain that is recorded whole, whether its nodes move
  /// @param goneAddress of a node whose address another one has now
  RecordedAddresses(
      Collection<String> recorded,
      List<AddressMove> moves,
      ToIntFunction<List<String>> balance,
      UnaryOperator<String> goneAddress) {
    this.balance = balance;
    this.goneAddress = goneAddress;
    recorded.forEach(address -> current.put(address, address));
    List<List<String>> chains = chains(moves);
    for (List<String> chain : chains) {
      if (!isCircle(chain)) {
        chain.forEach(address -> lastOf.put(address, chain.getLast()));
      }
    }
    boolean progress = true;
    while (progress && !chains.isEmpty()) {
      progress = false;
      for (List<String> chain : List.copyOf(chains)) {
        if (follow(chain)) {
          chains.remove(chain);
          progress = true;
        }
      }
    }
  }

  /// Follows what no `moved` says: nodes whose keys are those of other nodes.
  ///
  /// @param now the current addresses of nodes, by the address that `moved` leads to
  void trade(Map<String, String> now) {
    current.replaceAll((recorded, address) -> {
      String other = now.get(address);
      if (other != null) {
        traded.remove(recorded);
      }
      return other == null ? address : other;
    });
  }

  /// The current address of a recorded one, of one below it, or of one that was recorded before its
  /// node moved on.
  String current(String address) {
    String known = current.get(address);
    if (known == null) {
      known = lastOf.get(address);
    }
    int slash = address.lastIndexOf('/');
    return known != null
        ? known
        : slash < 0 ? address : current(address.substring(0, slash)) + address.substring(slash);
  }

  /// Whether the node of a recorded address may have traded places with another one.
  boolean isTraded(String recorded) {
    for (String one : traded) {
      if (isWithin(recorded, one)) {
        return true;
      }
    }
    return false;
  }

  /// The chains of moves, the deepest addresses first; a cycle ends with its first address.
  private static List<List<String>> chains(List<AddressMove> moves) {
    Map<String, String> next = new LinkedHashMap<>();
    Set<String> targets = new HashSet<>();
    for (AddressMove move : moves) {
      if (!next.containsKey(move.from()) && targets.add(move.to())) {
        next.put(move.from(), move.to());
      }
    }
    List<List<String>> chains = new ArrayList<>();
    for (String from : List.copyOf(next.keySet())) {
      if (!targets.contains(from)) {
        chains.add(chain(from, next));
      }
    }
    while (!next.isEmpty()) {
      chains.add(chain(next.keySet().iterator().next(), next));
    }
    chains.sort(Comparator.comparingLong((List<String> chain) -> -depth(chain.getFirst())));
    return chains;
  }

  private static List<String> chain(String from, Map<String, String> next) {
    List<String> chain = new ArrayList<>();
    for (String at = from; at != null; at = next.remove(at)) {
      chain.add(at);
    }
    return chain;
  }

  private static boolean isCircle(List<String> chain) {
    return chain.size() > 1 && chain.getFirst().equals(chain.getLast());
  }

  private static long depth(String address) {
    return address.chars().filter(c -> c == '/').count();
  }

  /// Whether an address of the chain is recorded; if so, the chain has been followed.
  private boolean follow(List<String> chain) {
    boolean isCircle = isCircle(chain);
    Set<String> now = new HashSet<>(current.values());
    List<String> present = new ArrayList<>(chain.subList(0, chain.size() - (isCircle ? 1 : 0)));
    present.retainAll(now);
    if (present.isEmpty()) {
      return false;
    }
    boolean isWhole = present.size() == chain.size();
    int trades = isCircle || isWhole ? balance.applyAsInt(chain) : 1;
    if (trades < 0 || isWhole && trades == 0) {
      return true;
    }
    if (trades == 0) {
      current.forEach((recorded, address) -> {
        if (present.stream().anyMatch(one -> isWithin(address, one))) {
          traded.add(recorded);
        }
      });
      return true;
    }
    Map<String, String> moved = new HashMap<>();
    for (int i = 0; i < present.size(); i++) {
      int to =
          isCircle || isWhole
              ? chain.indexOf(present.get(i)) + 1
              : chain.size() - present.size() + i;
      String from = present.get(i);
      moved.put(from, to < chain.size() ? chain.get(to) : goneAddress.apply(from));
    }
    current.replaceAll((recorded, address) -> rename(address, moved));
    return true;
  }

  private static String rename(String address, Map<String, String> moved) {
    for (Map.Entry<String, String> move : moved.entrySet()) {
      if (isWithin(address, move.getKey())) {
        return move.getValue() + address.substring(move.getKey().length());
      }
    }
    return address;
  }

  private static boolean isWithin(String address, String above) {
    return address.equals(above) || address.startsWith(above + "/");
  }
}
