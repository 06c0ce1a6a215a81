package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether groups may be nested 50 deep.
public final class Depth extends Probe {
  public Depth() {
    super("depth");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), nested(lab)), "50 groups, one in the other"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.refused(0)) {
      return ProbeResult.of("refuse", replies.describe(0));
    }
    return replies.succeeded(0) ? ProbeResult.of("accept", "created") : replies.unclear();
  }

  private static Json nested(ProbeFixtures lab) {
    Json inner = lab.job("A");
    for (int i = 50; i > 0; i--) {
      inner = ProbeFixtures.child(lab.group("Group " + i, inner));
    }
    return inner;
  }
}
