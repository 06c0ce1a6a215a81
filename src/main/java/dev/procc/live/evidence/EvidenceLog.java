package dev.procc.live.evidence;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.Lease;
import dev.procc.live.ledger.LeaseHolder;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.WayOut;
import dev.procc.model.duedate.DayText;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The records of a process, and what somebody else did to it between them.
///
/// @param records oldest first
/// @param gaps between two records of the same process with different revisions
/// @param chainErrors faults of the chain of hashes: records that were changed, removed, cut off or
///   inserted
/// @param repair what to do about them, in its order; empty if there are none
public record EvidenceLog(
    List<LoggedRecord> records,
    List<RevisionGap> gaps,
    List<String> chainErrors,
    List<WayOut> repair) {
  public EvidenceLog {
    records = List.copyOf(records);
    gaps = List.copyOf(gaps);
    chainErrors = List.copyOf(chainErrors);
    repair = List.copyOf(repair);
  }

  /// A record.
  ///
  /// @param number as its file has it, which counts those that are missing; 0 for a file without
  ///   one
  /// @param isSound whether it is known to be as it was written
  public record LoggedRecord(int number, Json.Obj json, boolean isSound) {}

  /// Writes by somebody else.
  ///
  /// @param record the number of our record after which they were made
  /// @param writtenAt the time of our write
  /// @param seenAgainAt the time of our next look
  public record RevisionGap(
      int record,
      String id,
      String writtenAt,
      String seenAgainAt,
      long writtenRevision,
      long seenRevision) {}

  /// The records as they are stored.
  public List<Json.Obj> bodies() {
    return records.stream().map(LoggedRecord::json).toList();
  }

  /// Reads the records of a process.
  ///
  /// @param entry its ledger entry; null if there is none
  /// @param now the time at which a record that a running program is about to write does not count
  ///   as missing
  public static EvidenceLog read(
      EvidenceStore store, String target, String identity, @Nullable LedgerEntry entry, Instant now)
      throws IOException {
    StoredRecords stored = store.records(target, identity);
    List<EvidenceFile> files = stored.readAll();
    EvidenceChain.Faults faults =
        EvidenceChain.check(target, files, entry == null ? null : entry.history().evidence());
    List<LoggedRecord> records = new ArrayList<>();
    for (EvidenceFile file : files) {
      Json.Obj record = EvidenceChain.parse(file);
      if (record != null) {
        boolean isSound = !faults.numbers().contains(file.number());
        records.add(new LoggedRecord(file.number(), record, isSound));
      }
    }
    List<String> errors = new ArrayList<>(faults.texts());
    List<WayOut> repair =
        errors.isEmpty() ? List.of() : ChainRepair.steps(store, target, identity, faults.numbers());
    EvidenceHead.OwedRecord owed =
        entry == null || entry.pending() != null ? null : EvidenceChain.owed(stored, entry);
    Lease lease = owed == null ? null : owed.lease();
    boolean isLeft =
        lease == null
            || lease.isAhead(now)
            || !LeaseHolder.ofThisProgram().isKeptAwayBy(lease, now);
    if (owed != null && isLeft) {
      errors.add(
          "the record of the last "
              + owed.action()
              + " ("
              + DayText.moment(owed.at())
              + ", "
              + owed.note()
              + ") was not written: procc apply --resume writes it");
    }
    return new EvidenceLog(records, findGaps(records, faults.numbers()), errors, repair);
  }

  /// The members of a record for the open warnings: their number, and the first of them.
  public static final String STANDING = "standingWarnings";

  public static final String WARNINGS = "warnings";

  private static final Set<String> ABOUT_WARNINGS = Set.of(STANDING, WARNINGS);

  /// The records of a process, newest first, read when needed and without checking the chain.
  public static final class Newest {
    private final StoredRecords stored;
    private final List<Json.Obj> read = new ArrayList<>();
    private int next;

    public Newest(EvidenceStore store, String target, String identity) throws IOException {
      stored = store.records(target, identity);
      next = stored.names().size() - 1;
    }

    /// The open warnings in the last record, of which nothing more is read.
    ///
    /// @return null if there is no record, or it has none
    public Json.@Nullable Obj warnings() throws IOException {
      if (stored.names().isEmpty()) {
        return null;
      }
      try (Reader text = stored.open(stored.names().getLast())) {
        return JsonReader.members(text, ABOUT_WARNINGS);
      } catch (JsonException notJson) {
        return null;
      }
    }

    /// @param back 0 for the last
    /// @return null if there are not that many
    public Json.@Nullable Obj get(int back) throws IOException {
      while (read.size() <= back && next >= 0) {
        Json.Obj record = EvidenceChain.parse(stored.read(stored.names().get(next--)));
        if (record != null) {
          read.add(record);
        }
      }
      return back < read.size() ? read.get(back) : null;
    }
  }

  /// Our last write to a process: its time, and the revision after it.
  private record LastWrite(int record, String at, long revision) {}

  /// @param damaged numbers of records that are missing or were changed: what moved a revision
  ///   there may have been ours
  private static List<RevisionGap> findGaps(List<LoggedRecord> records, Set<Integer> damaged) {
    List<RevisionGap> gaps = new ArrayList<>();
    Map<String, LastWrite> written = new HashMap<>();
    for (LoggedRecord record : records) {
      Json.Obj result = record.json().obj("result").orElse(Json.Obj.EMPTY);
      String at = record.json().text("at").orElse("");
      String id = result.text("id").orElse("");
      String previous = result.text("previous").orElse("");
      String changed = written.containsKey(previous) ? previous : id;
      LastWrite last = written.get(changed);
      Optional<Long> before = result.integer("revisionBefore");
      if (last != null
          && before.isPresent()
          && before.get() != last.revision()
          && damaged.stream().noneMatch(n -> last.record() <= n && n <= record.number())) {
        gaps.add(
            new RevisionGap(last.record(), changed, last.at(), at, last.revision(), before.get()));
      }
      written.remove(previous);
      if (changesProcess(result)) {
        written.remove(id);
      }
      result
          .integer("revisionAfter")
          .or(() -> changesProcess(result) ? Optional.empty() : before)
          .filter(revision -> !id.isEmpty())
          .ifPresent(revision -> written.put(id, new LastWrite(record.number(), at, revision)));
    }
    return gaps;
  }

  /// Whether a call may have moved the revision of the process.
  private static boolean changesProcess(Json.Obj result) {
    for (Json call : result.items("calls")) {
      if (call instanceof Json.Obj one
          && one.text("request").filter(text -> text.contains("/processes")).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
