package dev.procc.live.planfile.format;

import dev.procc.base.json.Json;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.planfile.LiveState;
import dev.procc.live.planfile.PlanHeader;
import dev.procc.live.planfile.ProcessRef;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.ProcessJson;
import java.util.ArrayList;
import java.util.List;

/// What an approval is of.
public final class PlanHash {
  private PlanHash() {}

  /// The hash of one process: where it goes, what was seen, what will be sent. Times and revisions
  /// take no part.
  public static String of(
      PlanHeader header, ProcessRef process, LiveState live, List<PlanOperation> operations) {
    List<Json> calls = new ArrayList<>();
    boolean creates = false;
    for (PlanOperation operation : operations) {
      calls.add(OperationFormat.OPERATION.writer().apply(operation));
      creates |= operation.kind() == OperationKind.CREATE;
    }
    Json.Builder content =
        Json.object()
            .put("apiVersion", header.apiVersion())
            .put("origin", ApiOrigin.of(header.apiUrl()))
            .put("target", header.target())
            .put("key", process.identity())
            .putNullable("id", process.id())
            .putNullable("content", live.contentHash())
            .put("operations", Json.array(calls));
    if (creates) {
      content.put("lookAlikes", Json.texts(live.duplicateCandidates()));
    }
    return ProcessJson.sha256(content.build());
  }
}
