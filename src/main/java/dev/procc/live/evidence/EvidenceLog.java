package dev.procc.live.evidence;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.model.duedate.DayText;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that was done to a process, and what happened between two of them that was not ours.
///
/// @param records oldest first
/// @param findGaps between two records of the same process whose revisions do not meet
/// @param chainErrors what is wrong with the chain of hashes: a record was changed, taken out, cut
///   off or put in
public record EvidenceLog(
    List<Json.Obj> records, List<RevisionGap> findGaps, List<String> chainErrors) {
  public EvidenceLog {
    records = List.copyOf(records);
    findGaps = List.copyOf(findGaps);
    chainErrors = List.copyOf(chainErrors);
  }

  /// Somebody else wrote.
  ///
  /// @param writtenAt when we had written
  /// @param seenAgainAt when we looked again
  public record RevisionGap(
      String id, String writtenAt, String seenAgainAt, long writtenRevision, long seenRevision) {}

  /// Reads the records of a process.
  ///
  /// @param entry what the ledger holds of it; null if it holds nothing
  public static EvidenceLog read(
      EvidenceStore store, String target, String identity, @Nullable LedgerEntry entry)
      throws IOException {
    StoredRecords stored = store.records(target, identity);
    List<EvidenceFile> files = stored.readAll();
    List<Json.Obj> records = new ArrayList<>();
    for (EvidenceFile file : files) {
      Json.Obj record = EvidenceChain.parse(file);
      if (record != null) {
        records.add(record);
      }
    }
    List<String> errors =
        new ArrayList<>(
            EvidenceChain.check(target, files, entry == null ? null : entry.history().evidence()));
    EvidenceHead.OwedRecord owed =
        entry == null || entry.pending() != null ? null : EvidenceChain.owed(stored, entry);
    if (owed != null) {
      errors.add(
          "the record of the last "
              + owed.action()
              + " ("
              + DayText.moment(owed.at())
              + ", "
              + owed.note()
              + ") was not written: procc apply --resume writes it");
    }
    return new EvidenceLog(records, findGaps(records), errors);
  }

  /// The members of a record that say which warnings stood: how many, and the first of them.
  public static final String STANDING = "standingWarnings";

  public static final String WARNINGS = "warnings";

  private static final Set<String> ABOUT_WARNINGS = Set.of(STANDING, WARNINGS);

  /// A record of a process, the newest first, read when it is asked for and held against nothing.
  public static final class Newest {
    private final StoredRecords stored;
    private final List<Json.Obj> read = new ArrayList<>();
    private int next;

    public Newest(EvidenceStore store, String target, String identity) throws IOException {
      stored = store.records(target, identity);
      next = stored.names().size() - 1;
    }

    /// What the last record says of the warnings that stood; nothing more of it is read.
    ///
    /// @return null if there is none, or none in it
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
    /// @return null if there are not as many
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

  private static List<RevisionGap> findGaps(List<Json.Obj> records) {
    List<RevisionGap> gaps = new ArrayList<>();
    for (int i = 1; i < records.size(); i++) {
      Json.Obj earlier = records.get(i - 1);
      Json.Obj later = records.get(i);
      Json.Obj earlierResult = earlier.obj("result").orElse(Json.Obj.EMPTY);
      Json.Obj laterResult = later.obj("result").orElse(Json.Obj.EMPTY);
      Optional<Long> from = earlierResult.integer("revisionAfter");
      Optional<Long> to = laterResult.integer("revisionBefore");
      String id = earlierResult.text("id").orElse("");
      boolean same =
          id.equals(laterResult.text("id").orElse(""))
              || id.equals(laterResult.text("previous").orElse(""));
      if (same && from.isPresent() && to.isPresent() && !from.get().equals(to.get())) {
        gaps.add(
            new RevisionGap(
                id,
                earlier.text("at").orElse(""),
                later.text("at").orElse(""),
                from.get(),
                to.get()));
      }
    }
    return gaps;
  }
}
