package dev.procc.live.evidence;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.base.text.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every apply of a process, and what happened between two of them that was not ours.
///
/// @param records oldest first
/// @param findGaps between two records of the same process whose revisions do not meet
/// @param chainErrors names of what is wrong with the chain of hashes: a record was changed or
///   taken out
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
  public static EvidenceLog read(EvidenceStore store, String target, String identity)
      throws IOException {
    List<Json.Obj> records = new ArrayList<>();
    List<String> chainErrors = new ArrayList<>();
    String previousHash = "";
    int number = 0;
    for (String text : store.readAll(target, identity)) {
      number++;
      Json.Obj record = parse(text);
      if (record == null) {
        chainErrors.add("record " + number + " is not JSON");
        continue;
      }
      if (!record.text("previousRecord").orElse("").equals(previousHash)) {
        chainErrors.add("record " + number + " does not follow the one before it");
      }
      previousHash = Sha256.hex(text);
      records.add(record);
    }
    return new EvidenceLog(records, findGaps(records), chainErrors);
  }

  private static Json.@org.jspecify.annotations.Nullable Obj parse(String text) {
    try {
      return JsonReader.read(text) instanceof Json.Obj record ? record : null;
    } catch (JsonException notJson) {
      return null;
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
