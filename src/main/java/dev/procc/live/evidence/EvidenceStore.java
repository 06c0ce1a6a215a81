package dev.procc.live.evidence;

import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where evidence records are kept, with the ledger that holds the end of their chain.
public interface EvidenceStore {
  /// The ledger that holds the ends of the chains.
  LedgerStore ledger();

  /// What the ledger holds of a process; null if it holds nothing.
  default @Nullable LedgerEntry entry(String target, String identity) throws IOException {
    try {
      return ledger().load(target, identity).orElse(null);
    } catch (LedgerException e) {
      throw failure(e);
    }
  }

  /// A ledger that cannot be read or written is a store that cannot.
  static IOException failure(LedgerException e) {
    return new IOException(e.getMessage(), e);
  }

  /// Where the records of a process are, below the folder of its target.
  static String folder(String identity) {
    return "evidence/" + identity;
  }

  /// Adds a record, and notes it as the last one in the entry of its process.
  ///
  /// @param entry null if the ledger holds nothing of the process
  /// @param last the end of the chain until now
  void add(
      String target,
      String identity,
      EvidenceFile file,
      @Nullable LedgerEntry entry,
      EvidenceHead last)
      throws IOException;

  /// Makes sure that a record of a process can be added.
  ///
  /// @throws IOException if none can
  void checkWritable(String target, String identity) throws IOException;

  /// Puts the records of a process under another identity, which has none.
  void move(String target, String from, String to) throws IOException;

  /// The records of a process.
  StoredRecords records(String target, String identity) throws IOException;

  /// Every record of a process, oldest first.
  default List<EvidenceFile> readAll(String target, String identity) throws IOException {
    return records(target, identity).readAll();
  }
}
