package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every apply of a process, and what happened between two of them that was not ours.
///
/// @param records oldest first
/// @param gaps between two records of the same process whose revisions do not meet
/// @param broken names of what is wrong with the chain of hashes: a record was changed or taken out
public record EvidenceLog(List<Json.Obj> records, List<Gap> gaps, List<String> broken) {
  public EvidenceLog {
    records = List.copyOf(records);
    gaps = List.copyOf(gaps);
    broken = List.copyOf(broken);
  }

  /// Somebody else wrote.
  ///
  /// @param after when we had written
  /// @param before when we looked again
  public record Gap(String id, String after, String before, long from, long to) {}

  /// Reads the records of a process.
  public static EvidenceLog of(EvidenceStore store, String target, String identity)
      throws IOException {
    List<Json.Obj> records = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    String last = "";
    int number = 0;
    for (String text : store.all(target, identity)) {
      number++;
      Json.Obj record = read(text);
      if (record == null) {
        broken.add("record " + number + " is not JSON");
        continue;
      }
      if (!record.text("previousRecord").orElse("").equals(last)) {
        broken.add("record " + number + " does not follow the one before it");
      }
      last = Evidence.sha256(text);
      records.add(record);
    }
    return new EvidenceLog(records, gaps(records), broken);
  }

  private static Json.@org.jspecify.annotations.Nullable Obj read(String text) {
    try {
      return JsonReader.read(text) instanceof Json.Obj record ? record : null;
    } catch (JsonException notJson) {
      return null;
    }
  }

  private static List<Gap> gaps(List<Json.Obj> records) {
    List<Gap> gaps = new ArrayList<>();
    for (int i = 1; i < records.size(); i++) {
      Json.Obj one = records.get(i - 1);
      Json.Obj next = records.get(i);
      Json.Obj result = one.obj("result").orElse(Json.Obj.EMPTY);
      Json.Obj later = next.obj("result").orElse(Json.Obj.EMPTY);
      Optional<Long> from = result.integer("revisionAfter");
      Optional<Long> to = later.integer("revisionBefore");
      String id = result.text("id").orElse("");
      boolean same =
          id.equals(later.text("id").orElse("")) || id.equals(later.text("previous").orElse(""));
      if (same && from.isPresent() && to.isPresent() && !from.get().equals(to.get())) {
        gaps.add(
            new Gap(
                id, one.text("at").orElse(""), next.text("at").orElse(""), from.get(), to.get()));
      }
    }
    return gaps;
  }
}
