package dev.procc.live.plan.compare;

import dev.procc.live.diff.LastApplied;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.plan.input.AddressMove;
import dev.procc.model.process.Address;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A ledger entry as the third side of a comparison.
public final class LedgerLastApplied implements LastApplied {
  private final String identity;
  private final RecordedAddresses addresses;
  private final Map<String, NodeRecord> byAddress = new HashMap<>();
  private final Map<String, NodeRecord> byCurrentAddress = new HashMap<>();
  private final Map<String, String> addressOf = new HashMap<>();
  private final Map<String, Integer> positionById = new HashMap<>();

  private LedgerLastApplied(
      String identity,
      LedgerEntry entry,
      List<AddressMove> moves,
      Map<String, Map<String, String>> wanted) {
    this.identity = identity;
    for (NodeRecord line : entry.nodes()) {
      String address = Address.of(identity, line.path());
      byAddress.put(address, line);
      if (!line.path().isEmpty()) {
        addressOf.put(line.id(), address);
        positionById.put(line.id(), positionById.size());
      }
    }
    addresses =
        new RecordedAddresses(
            byAddress.keySet(), moves, chain -> balance(chain, wanted), this::addressById);
    addresses.trade(traded(entry, wanted));
    byAddress.forEach((address, line) -> {
      if (!addresses.isTraded(address)) {
        byCurrentAddress.put(addresses.current(address), line);
      }
    });
  }

  /// The new addresses of nodes that traded their keys, by address.
  private Map<String, String> traded(LedgerEntry entry, Map<String, Map<String, String>> wanted) {
    List<NodeRecord> moved =
        entry.nodes().stream().map(line -> line.withPath(currentPath(line.path()))).toList();
    Set<String> waived = new HashSet<>();
    entry.waivers().forEach(waiver -> waived.add(currentPath(waiver.path())));
    Map<String, String> traded = new HashMap<>();
    Map<String, String> found = TradedKeys.find(moved, wanted);
    found.putAll(UnlikelyKeys.find(moved, wanted, found, waived));
    found.forEach((from, to) -> traded.put(Address.of(identity, from), Address.of(identity, to)));
    return traded;
  }

  private String currentPath(String recorded) {
    return Address.path(identity, addresses.current(Address.of(identity, recorded)));
  }

  private String addressById(String recorded) {
    NodeRecord line = byAddress.get(recorded);
    return line == null
        ? recorded
        : recorded.substring(0, recorded.lastIndexOf('/') + 1) + line.id();
  }

  /// Whether more of what was sent under the addresses of a chain or cycle is wanted under the next
  /// address of each than under its own.
  private int balance(List<String> chain, Map<String, Map<String, String>> wanted) {
    int balance = 0;
    for (int i = 0; i + 1 < chain.size(); i++) {
      balance += likeness(chain.get(i), chain.get(i + 1), wanted);
      balance -= likeness(chain.get(i), chain.get(i), wanted);
    }
    String last = chain.getLast();
    return last.equals(chain.getFirst()) ? balance : balance - likeness(last, last, wanted);
  }

  /// The number of fields that were sent under one address and are wanted alike under another.
  private int likeness(String sent, String address, Map<String, Map<String, String>> wanted) {
    NodeRecord record = byAddress.get(sent);
    Map<String, String> now = wanted.getOrDefault(Address.path(identity, address), Map.of());
    int alike = 0;
    for (Map.Entry<String, String> field :
        record == null ? Set.<Map.Entry<String, String>>of() : record.sent().entrySet()) {
      alike += field.getValue().equals(now.get(field.getKey())) ? 1 : 0;
    }
    return alike;
  }

  /// `NONE` if no nodes are recorded.
  public static LastApplied of(DefinitionTrees definition, @Nullable LedgerEntry entry) {
    return entry == null || entry.nodes().isEmpty()
        ? LastApplied.NONE
        : new LedgerLastApplied(
            definition.identity(), entry, definition.desired().addressMoves(), wanted(definition));
  }

  /// The defined values of each node, by its path in the ledger.
  private static Map<String, Map<String, String>> wanted(DefinitionTrees definition) {
    Map<String, Map<String, String>> byPath = new HashMap<>();
    for (ProcessTree.PlacedNode place : definition.normal().nodes()) {
      byPath.put(Address.path(definition.identity(), place.ref()), definition.sentHashes(place));
    }
    return byPath;
  }

  @Override
  public boolean isRecorded() {
    return true;
  }

  private @Nullable NodeRecord nodeRecord(String address) {
    return byCurrentAddress.get(address);
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
    return addresses.current(recordedAddress);
  }

  @Override
  public String recordedAddress(String currentAddress) {
    for (String recorded : byAddress.keySet()) {
      if (currentAddress(recorded).equals(currentAddress)) {
        return recorded;
      }
    }
    int slash = currentAddress.lastIndexOf('/');
    return slash < 0
        ? currentAddress
        : recordedAddress(currentAddress.substring(0, slash)) + currentAddress.substring(slash);
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
