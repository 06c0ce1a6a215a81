package dev.procc.live.ledger;

import java.util.List;
import java.util.Optional;

/// A store of ledger entries. A write returns when the entry is stored.
public interface LedgerStore {
  /// The entry of a process; empty if there is none.
  ///
  /// @throws LedgerException if it cannot be read, or is not an entry
  Optional<LedgerEntry> load(String target, String identity) throws LedgerException;

  /// All entries of a target, by identity.
  List<LedgerEntry> list(String target) throws LedgerException;

  /// The identities that have an entry, readable or not, sorted.
  ///
  /// @throws LedgerException if the store itself cannot be read
  List<String> identities(String target) throws LedgerException;

  /// Writes the whole entry.
  ///
  /// @param note one line for the history, with the hash of the plan
  /// @throws LedgerException also if another store wrote since this one last read
  void save(LedgerEntry entry, String note) throws LedgerException;

  /// Checks that the store contains exactly this entry, so that nobody else wrote it meanwhile.
  ///
  /// @throws LedgerException if it contains another one, or cannot be read
  void confirm(LedgerEntry entry) throws LedgerException;

  /// Removes an entry, if it exists.
  void delete(String target, String identity, String note) throws LedgerException;
}
