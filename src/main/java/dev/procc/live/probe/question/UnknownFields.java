package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// What becomes of members that are not documented.
public final class UnknownFields extends Probe {
  public UnknownFields() {
    super("unknown-fields");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(key(), lab.job("A")).with("x-procc-probe", Json.of("kept")),
            "with a member x-procc-probe"),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.refused(0)) {
      return ProbeResult.of("refuse", replies.describe(0));
    }
    if (!replies.succeeded(1)) {
      return replies.unclear();
    }
    return replies.body(1).has("x-procc-probe")
        ? ProbeResult.of("keep", "GET returns it")
        : ProbeResult.of("ignore", "created; GET does not return it");
  }
}
