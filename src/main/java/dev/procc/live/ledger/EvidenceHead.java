package dev.procc.live.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The end of the chain of evidence records of a process: with it a last record that was changed or
/// taken out is found as well.
///
/// @param count how many records the chain has
/// @param hash of the last of them; empty if there is none
/// @param next hash of the record that is being written; null if none is
public record EvidenceHead(int count, String hash, @Nullable String next) {
  /// A record that is still to be written: what it is about is in the ledger already. Whoever opens
  /// the ledger next writes it, where the program was cut off in between.
  ///
  /// @param action `replace`, `keep`
  /// @param note what the ledger took: `close: switched to e7b9`
  /// @param planHash of the plan that was carried out; empty if there was none
  /// @param at RFC 3339 in UTC
  public record OwedRecord(String action, String note, String planHash, String at) {}

  /// No record was written.
  public static final EvidenceHead NONE = new EvidenceHead(0, "", null);

  /// The same while a record is being written.
  EvidenceHead writing(String recordHash) {
    return new EvidenceHead(count, hash, recordHash);
  }

  /// The same with one more record.
  EvidenceHead with(String recordHash) {
    return new EvidenceHead(count + 1, recordHash, null);
  }

  /// The head as the records say: one that was being written counts if it is there.
  ///
  /// @param stored hashes of the records that are there
  public EvidenceHead settled(Set<String> stored) {
    String written = next;
    return written == null
        ? this
        : stored.contains(written) ? with(written) : new EvidenceHead(count, hash, null);
  }
}
