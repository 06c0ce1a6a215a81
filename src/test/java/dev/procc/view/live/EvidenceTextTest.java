package dev.procc.view.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.evidence.EvidenceLog;
import dev.procc.live.evidence.EvidenceRecordText;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Records and their log: what was not done, or was taken back, is not told as done.
class EvidenceTextTest {
  private static Json.Obj change(String field, Json before, Json after) {
    return Json.object()
        .put("address", "close/recon")
        .put("kind", "sendTask")
        .put("title", "Reconcile")
        .put("field", field)
        .put("before", before)
        .put("after", after)
        .put("reason", "patchable")
        .put("origin", "you")
        .put("causes", Json.array())
        .build();
  }

  private static Json.Obj record(String verdict, Json.Obj change) {
    Json result =
        Json.object()
            .put("key", "close")
            .put("name", "Close")
            .put("action", "replace")
            .put("verdict", verdict)
            .put("message", "what became of it")
            .build();
    return Json.object()
        .put("at", "2025-01-07T09:00:00Z")
        .put("target", "prod")
        .put("result", result)
        .put("changes", Json.array(change))
        .build();
  }

  private static String log(Json.Obj record) {
    EvidenceLog log =
        new EvidenceLog(
            List.of(new EvidenceLog.LoggedRecord(1, record, true)),
            List.of(),
            List.of(),
            List.of());
    return EvidenceText.render(log, List.of()).toString();
  }

  @Test
  void whatWasTakenBackIsNotChanged() {
    Json.Obj change = change("title", Json.of("Old"), Json.of("New"));
    for (String verdict : List.of("invalid", "failed", "refused", "stale")) {
      Json.Obj record = record(verdict, change);
      assertFalse(EvidenceRecordText.render(record).contains("Changed "), verdict);
      assertTrue(log(record).contains("not done: title of task"), log(record));
    }
    for (String verdict : List.of("applied", "partial", "interrupted")) {
      Json.Obj record = record(verdict, change);
      assertTrue(EvidenceRecordText.render(record).contains("Changed "), verdict);
      assertFalse(log(record).contains("not done"), verdict);
    }
  }

  @Test
  void aMoveSaysFromWhereToWhere() {
    Json.Obj group = change("parent", Json.of("Entities"), Json.of("Review"));
    assertTrue(
        log(record("applied", group)).contains("from group \"Entities\" to group \"Review\""));
    Json.Obj place = change("position", Json.of(2L), Json.of(5L));
    assertTrue(log(record("applied", place)).contains("from place 2 to place 5"));
    Json.Obj unknown = change("position", Json.NULL, Json.NULL);
    assertTrue(log(record("applied", unknown)).contains("to another place in its group"));
  }
}
