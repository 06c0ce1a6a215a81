package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import dev.procc.live.wire.Wire;
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
      List<Operation> operations) {
    List<Json> calls = new ArrayList<>();
    boolean creates = false;
    for (Operation operation : operations) {
      calls.add(PlanJson.operation(operation));
      creates |= operation.id().equals("create");
    }
    Json.Builder what =
        Json.object()
            .put("apiVersion", apiVersion)
            .put("origin", ApiOrigin.of(apiUrl))
            .put("target", target)
            .put("key", identity)
            .putNullable("id", id)
            .putNullable("content", live.contentHash())
            .put("operations", Json.array(calls));
    if (creates) {
      what.put("lookAlikes", Json.texts(live.lookAlikes()));
    }
    return Wire.sha256(what.build());
  }

  /// Of all processes with operations.
  public static String of(List<ProcessPlan> processes) {
    List<String> hashes = new ArrayList<>();
    for (ProcessPlan process : processes) {
      if (!process.hash().isEmpty()) {
        hashes.add(process.hash());
      }
    }
    return Wire.sha256(Json.texts(hashes));
  }
}
