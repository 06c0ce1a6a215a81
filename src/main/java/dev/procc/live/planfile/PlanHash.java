package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.ProcessJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an approval is of.
public final class PlanHash {
  private PlanHash() {}

  /// Of one process: where it goes, what was seen, what will be sent. Times and revisions take no
  /// part.
  public static String of(
      String apiVersion,
      String apiUrl,
      String target,
      String identity,
      @Nullable String id,
      LiveState live,
      List<PlanOperation> operations) {
    List<Json> calls = new ArrayList<>();
    boolean creates = false;
    for (PlanOperation operation : operations) {
      calls.add(PlanJsonWriter.operation(operation));
      creates |= operation.kind() == OperationKind.CREATE;
    }
    Json.Builder content =
        Json.object()
            .put("apiVersion", apiVersion)
            .put("origin", ApiOrigin.of(apiUrl))
            .put("target", target)
            .put("key", identity)
            .putNullable("id", id)
            .putNullable("content", live.contentHash())
            .put("operations", Json.array(calls));
    if (creates) {
      content.put("lookAlikes", Json.texts(live.duplicateCandidates()));
    }
    return ProcessJson.sha256(content.build());
  }

  /// Of all processes with operations.
  public static String of(List<ProcessPlan> processes) {
    List<String> hashes = new ArrayList<>();
    for (ProcessPlan process : processes) {
      if (!process.hash().isEmpty()) {
        hashes.add(process.hash());
      }
    }
    return ProcessJson.sha256(Json.texts(hashes));
  }
}
