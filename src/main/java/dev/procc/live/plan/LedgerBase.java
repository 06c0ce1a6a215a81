package dev.procc.live.plan;

import dev.procc.live.diff.Base;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ledger's entry as the third side of a comparison.
final class LedgerBase implements Base {
  private static final int LONGEST_CHAIN = 32;
  private final String identity;
  private final List<Move> moves;
  private final Map<String, NodeLine> byAddress = new HashMap<>();
  private final Map<String, String> addressOf = new HashMap<>();
  private final Map<String, Integer> order = new HashMap<>();

  private LedgerBase(String identity, LedgerEntry entry, List<Move> moves) {
    this.identity = identity;
    this.moves = moves;
    for (NodeLine line : entry.nodes()) {
      String address = address(identity, line.path());
      byAddress.put(address, line);
      if (!line.path().isEmpty()) {
        addressOf.put(line.id(), address);
        order.put(line.id(), order.size());
      }
    }
  }

  /// `NONE` where no node was ever recorded.
  static Base of(String identity, @Nullable LedgerEntry entry, List<Move> moves) {
    return entry == null || entry.nodes().isEmpty()
        ? Base.NONE
        : new LedgerBase(identity, entry, moves);
  }

  /// The address of a ledger path.
  static String address(String identity, String path) {
    return path.isEmpty() ? identity : identity + "/" + path;
  }

  /// The ledger path of an address.
  static String path(String identity, String address) {
    return address.length() <= identity.length() ? "" : address.substring(identity.length() + 1);
  }

  @Override
  public boolean known() {
    return true;
  }

  private @Nullable NodeLine line(String address) {
    String at = address;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      NodeLine line = byAddress.get(at);
      if (line != null) {
        return line;
      }
      String before = step(at, false);
      if (before == null) {
        return null;
      }
      at = before;
    }
    return null;
  }

  /// The address one move earlier or later; absent where none moved it.
  private @Nullable String step(String address, boolean forward) {
    for (Move move : moves) {
      String from = forward ? move.from() : move.to();
      String to = forward ? move.to() : move.from();
      if (address.equals(from)) {
        return to;
      }
      if (address.startsWith(from + "/")) {
        return to + address.substring(from.length());
      }
    }
    return null;
  }

  @Override
  public @Nullable String id(String address) {
    NodeLine line = line(address);
    return line == null ? null : line.id();
  }

  @Override
  public @Nullable String address(String id) {
    String at = addressOf.get(id);
    for (int i = 0; at != null && i < LONGEST_CHAIN; i++) {
      String next = step(at, true);
      if (next == null || next.equals(at)) {
        return at;
      }
      at = next;
    }
    return at;
  }

  @Override
  public @Nullable String sent(String address, String field) {
    NodeLine line = line(address);
    return line == null ? null : line.sent(field);
  }

  @Override
  public String seen(String address, String field) {
    NodeLine line = line(address);
    return line == null ? FieldHash.ABSENT : line.seen(field);
  }

  @Override
  public int order(String id) {
    return order.getOrDefault(id, -1);
  }

  @Override
  public @Nullable String parent(String id) {
    String address = addressOf.get(id);
    if (address == null || address.equals(identity + "/root")) {
      return null;
    }
    int slash = address.lastIndexOf('/');
    String above = address.substring(0, slash);
    NodeLine line = byAddress.get(above.equals(identity) ? identity + "/root" : above);
    return line == null ? null : line.id();
  }
}
