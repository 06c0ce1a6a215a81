package dev.procc.live.plan.compare;

import dev.procc.live.diff.LastApplied;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.plan.input.AddressMove;
import dev.procc.model.process.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ledger's entry as the third side of a comparison.
public final class LedgerLastApplied implements LastApplied {
  private static final int MAX_MOVES = 32;
  private final String identity;
  private final List<AddressMove> moves;
  private final Map<String, NodeRecord> byAddress = new HashMap<>();
  private final Map<String, String> addressOf = new HashMap<>();
  private final Map<String, Integer> positionById = new HashMap<>();

  private LedgerLastApplied(String identity, LedgerEntry entry, List<AddressMove> moves) {
    this.identity = identity;
    this.moves = moves;
    for (NodeRecord line : entry.nodes()) {
      String address = address(identity, line.path());
      byAddress.put(address, line);
      if (!line.path().isEmpty()) {
        addressOf.put(line.id(), address);
        positionById.put(line.id(), positionById.size());
      }
    }
  }

  /// `NONE` where no node was ever recorded.
  public static LastApplied of(
      String identity, @Nullable LedgerEntry entry, List<AddressMove> moves) {
    return entry == null || entry.nodes().isEmpty()
        ? LastApplied.NONE
        : new LedgerLastApplied(identity, entry, moves);
  }

  /// The address of a ledger path.
  public static String address(String identity, String path) {
    return path.isEmpty() ? identity : identity + "/" + path;
  }

  /// The ledger path of an address.
  public static String path(String identity, String address) {
    return address.length() <= identity.length() ? "" : address.substring(identity.length() + 1);
  }

  @Override
  public boolean isRecorded() {
    return true;
  }

  private @Nullable NodeRecord nodeRecord(String address) {
    String at = address;
    for (int i = 0; i < MAX_MOVES; i++) {
      NodeRecord line = byAddress.get(at);
      if (line != null) {
        return line;
      }
      String before = followMove(at, false);
      if (before == null) {
        return null;
      }
      at = before;
    }
    return null;
  }

  /// The address one move earlier or later; null if none moved it.
  private @Nullable String followMove(String address, boolean forward) {
    for (AddressMove move : moves) {
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
    NodeRecord line = nodeRecord(address);
    return line == null ? null : line.id();
  }

  @Override
  public @Nullable String address(String id) {
    String at = addressOf.get(id);
    return at == null ? null : currentAddress(at);
  }

  @Override
  public String currentAddress(String recordedAddress) {
    String at = recordedAddress;
    for (int i = 0; i < MAX_MOVES; i++) {
      String next = followMove(at, true);
      if (next == null || next.equals(at)) {
        return at;
      }
      at = next;
    }
    return at;
  }

  @Override
  public @Nullable String sentHash(String address, String field) {
    NodeRecord line = nodeRecord(address);
    return line == null ? null : line.sent(field);
  }

  @Override
  public String seenHash(String address, String field) {
    NodeRecord line = nodeRecord(address);
    return line == null ? FieldHash.ABSENT : line.seen(field);
  }

  @Override
  public int position(String id) {
    return positionById.getOrDefault(id, -1);
  }

  @Override
  public @Nullable String parentId(String id) {
    String address = addressOf.get(id);
    if (address == null || address.equals(Address.root(identity))) {
      return null;
    }
    int slash = address.lastIndexOf('/');
    String above = address.substring(0, slash);
    NodeRecord line = byAddress.get(above.equals(identity) ? Address.root(identity) : above);
    return line == null ? null : line.id();
  }
}
