package dev.procc.live.ledger;

import java.util.List;
import java.util.Optional;

/// Where the entries of the ledger live. A call returns when the store has what it was given.
public interface LedgerStore {
  /// The entry of a process; empty if there is none.
  ///
  /// @throws LedgerException if it cannot be read, or is not an entry
  Optional<LedgerEntry> load(String target, String identity) throws LedgerException;

  /// Every entry of a target, by identity.
  List<LedgerEntry> list(String target) throws LedgerException;

  /// The identities that have an entry, sorted, whether it can be read or not.
  ///
  /// @throws LedgerException if the store itself cannot be read
  List<String> identities(String target) throws LedgerException;

  /// Writes the whole entry.
  ///
  /// @param note one line for readers of the history, with the hash of the plan
  /// @throws LedgerException also if another store wrote since this one last read
  void save(LedgerEntry entry, String note) throws LedgerException;

  /// Makes sure that the store holds exactly this entry: that nobody else wrote it meanwhile.
  ///
  /// @throws LedgerException if it holds another one, or cannot be read
  void confirm(LedgerEntry entry) throws LedgerException;

  /// Removes an entry; one that does not exist is fine.
  void delete(String target, String identity, String note) throws LedgerException;
}
