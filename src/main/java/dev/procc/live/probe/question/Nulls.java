package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// What becomes of members that are null in a create.
public final class Nulls extends Probe {
  public Nulls() {
    super("nulls");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(key(), lab.job("A")).with("dueDate", Json.NULL), "whose dueDate is null"),
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
    return replies.body(1).has("dueDate")
        ? ProbeResult.of("keep", "it is returned")
        : ProbeResult.of("absent", "it is not returned");
  }
}
