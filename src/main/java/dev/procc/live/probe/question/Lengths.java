package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// How long a title and instructions may be.
public final class Lengths extends Probe {
  public Lengths() {
    super("lengths");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a short title"),
        ProbeCall.create(lab.process(key(), lab.job("x".repeat(501))), "a title of 501 characters"),
        ProbeCall.create(
            lab.process(key(), lab.job("A", "instructions", "x".repeat(2001))),
            "instructions of 2,001 characters"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0)) {
      return replies.unclear();
    }
    if (replies.refused(1) && replies.refused(2)) {
      return ProbeResult.of("tasks", replies.describe(1) + "; " + replies.describe(2));
    }
    return replies.succeeded(1, 2)
        ? ProbeResult.of("unlimited", "501 and 2,001 characters are accepted")
        : replies.unclear();
  }
}
