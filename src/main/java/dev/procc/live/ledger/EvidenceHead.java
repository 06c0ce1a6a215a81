package dev.procc.live.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The end of the chain of evidence records of a process, so that a last record that was changed or
/// removed is found as well.
///
/// @param count the number of records in the chain
/// @param hash of the last of them; empty if there is none
/// @param next the hash of the record that is being written; null if there is none
public record EvidenceHead(int count, String hash, @Nullable String next) {
  /// A record that is still to be written although the ledger has its change. If the program is
  /// killed in between, whoever opens the ledger next writes it.
  ///
  /// @param action `replace`, `keep`
  /// @param note on the change of the ledger: `close: switched to e7b9`
  /// @param planHash of the plan that was applied; empty if there was none
  /// @param at RFC 3339 in UTC
  /// @param lease the lease of the program that made the change and will write the record if it
  ///   still runs; null if an earlier version of procc wrote this
  public record OwedRecord(
      String action, String note, String planHash, String at, @Nullable Lease lease) {
    OwedRecord released() {
      return new OwedRecord(action, note, planHash, at, null);
    }
  }

  /// No record was written.
  public static final EvidenceHead NONE = new EvidenceHead(0, "", null);

  /// A copy while a record is being written.
  EvidenceHead writing(String recordHash) {
    return new EvidenceHead(count, hash, recordHash);
  }

  /// A copy with one more record.
  EvidenceHead with(String recordHash) {
    return new EvidenceHead(count + 1, recordHash, null);
  }

  /// The end of the chain according to the records: one that was being written counts if it exists.
  ///
  /// @param stored hashes of the existing records
  public EvidenceHead settled(Set<String> stored) {
    String written = next;
    return written == null
        ? this
        : stored.contains(written) ? with(written) : new EvidenceHead(count, hash, null);
  }
}
