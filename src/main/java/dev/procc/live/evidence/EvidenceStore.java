package dev.procc.live.evidence;

import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A store of evidence records, with the ledger that has the end of their chain.
public interface EvidenceStore {
  /// The ledger that holds the ends of the chains.
  LedgerStore ledger();

  /// The ledger entry of a process; null if there is none.
  default @Nullable LedgerEntry entry(String target, String identity) throws IOException {
    try {
      return ledger().load(target, identity).orElse(null);
    } catch (LedgerException e) {
      throw failure(e);
    }
  }

  /// The failure of the store because its ledger cannot be read or written.
  static IOException failure(LedgerException e) {
    return new IOException(e.getMessage(), e);
  }

  /// The folder of a process's records, below that of its target.
  static String folder(String identity) {
    return "evidence/" + identity;
  }

  /// Adds a record, and refers to it as the last one in the entry of its process.
  ///
  /// @param entry null if the ledger has none
  /// @param last the end of the chain so far
  void add(
      String target,
      String identity,
      EvidenceFile file,
      @Nullable LedgerEntry entry,
      EvidenceHead last)
      throws IOException;

  /// Checks that a record of a process can be added.
  ///
  /// @throws IOException if it cannot
  void checkWritable(String target, String identity) throws IOException;

  /// Moves the records of a process to another identity that has none.
  void move(String target, String from, String to) throws IOException;

  /// The records of a process.
  StoredRecords records(String target, String identity) throws IOException;

  /// All records of a process, oldest first.
  default List<EvidenceFile> readAll(String target, String identity) throws IOException {
    return records(target, identity).readAll();
  }
}
