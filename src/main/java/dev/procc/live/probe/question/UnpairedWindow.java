package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether a start of the schedule may stand without its end.
public final class UnpairedWindow extends Probe {
  public UnpairedWindow() {
    super("unpaired-window");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(key(), lab.job("A"))
                .with("businessStartDate", Json.of(lab.monday().toString())),
            "with a start alone"),
        ProbeCall.validate("{process}"),
        ProbeCall.create(lab.process(key(), lab.job("A")), "without"),
        ProbeCall.validate("{process2}"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.refused(0)) {
      return ProbeResult.of("refuse", replies.describe(0));
    }
    if (!replies.succeeded(0, 1, 2, 3)) {
      return replies.unclear();
    }
    return replies.errorCount(1) > replies.errorCount(3)
        ? ProbeResult.of("validate", "created; validation has an error more than without")
        : ProbeResult.of("accept", "created; validation has no error more than without");
  }
}
