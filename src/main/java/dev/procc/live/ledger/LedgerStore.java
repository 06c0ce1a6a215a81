package dev.procc.live.ledger;

import java.util.List;
import java.util.Optional;

/// Where the entries of the ledger live. A call returns when the store has what it was given.
public interface LedgerStore {
  /// The entry of a process; empty where there is none.
  ///
  /// @throws LedgerException where it cannot be read, or is not an entry
  Optional<LedgerEntry> load(String target, String identity) throws LedgerException;

  /// Every entry of a target, by identity.
  List<LedgerEntry> list(String target) throws LedgerException;

  /// The identities there are entries of, sorted, whether they can be read or not.
  ///
  /// @throws LedgerException where the store itself cannot be read
  List<String> identities(String target) throws LedgerException;

  /// Writes the whole entry.
  ///
  /// @param note one line for whoever reads the history, with the hash of the plan
  /// @throws LedgerException also where somebody else wrote since this store last read
  void save(LedgerEntry entry, String note) throws LedgerException;

  /// Forgets an entry; one that is not there is fine.
  void delete(String target, String identity, String note) throws LedgerException;
}
