package dev.procc.view.live;

import dev.procc.base.json.Json;
import dev.procc.live.evidence.EvidenceLog;
import dev.procc.live.evidence.EvidenceLog.RevisionGap;
import dev.procc.model.duedate.DayText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

/// Every apply of a process by its records of evidence, as text and JSON.
public final class EvidenceText {
  private EvidenceText() {}

  /// @param exceptions edits made in Workiva that stay
  public static Json.Obj json(EvidenceLog log, List<WaiverRow> exceptions) {
    List<Json> gaps = new ArrayList<>();
    for (RevisionGap gap : log.findGaps()) {
      gaps.add(
          Json.object()
              .put("id", gap.id())
              .put("after", gap.writtenAt())
              .put("before", gap.seenAgainAt())
              .put("from", gap.writtenRevision())
              .put("to", gap.seenRevision())
              .build());
    }
    return Json.object()
        .put("records", Json.array(log.records()))
        .put("gaps", Json.array(gaps))
        .put("broken", Json.texts(log.chainErrors()))
        .put("exceptions", Json.array(exceptions.stream().map(WaiverRow::toJson).toList()))
        .build();
  }

  /// A line or two for each record, those between them that were not ours, and the exceptions.
  public static SafeText render(EvidenceLog log, List<WaiverRow> exceptions) {
    TextPage out = new TextPage();
    int number = 0;
    for (Json.Obj record : log.records()) {
      number++;
      String at = record.text("at").orElse("");
      for (RevisionGap gap : log.findGaps()) {
        if (gap.seenAgainAt().equals(at)) {
          line(
              out,
              "   -  revision "
                  + gap.writtenRevision()
                  + " -> "
                  + gap.seenRevision()
                  + " of "
                  + gap.id()
                  + " was not ours");
        }
      }
      Json.Obj result = record.obj("result").orElse(Json.Obj.EMPTY);
      String commit =
          record.obj("change").flatMap(c -> c.text("commit")).map(c -> "  " + c).orElse("");
      line(
          out,
          " ".repeat(Math.max(0, 4 - String.valueOf(number).length()))
              + number
              + "  "
              + DayText.moment(at)
              + "  "
              + result.text("action").orElse("")
              + ": "
              + result.text("verdict").orElse("")
              + commit);
      line(out, "      " + result.text("message").orElse(""));
    }
    log.chainErrors().forEach(broken -> line(out, "broken: " + broken));
    exceptions.forEach(kept -> line(out, "kept: " + kept.text()));
    return out.toText();
  }

  private static void line(TextPage out, String text) {
    out.append(text).append('\n');
  }
}
