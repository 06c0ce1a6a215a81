package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether two processes may have one name.
public final class DuplicateNames extends Probe {
  public DuplicateNames() {
    super("duplicate-names");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a process"),
        ProbeCall.create(lab.process(key(), lab.job("A")), "another of the same name"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0)) {
      return replies.unclear();
    }
    if (replies.refused(1) || replies.status(1) == 409) {
      return ProbeResult.of("refuse", replies.describe(1));
    }
    return replies.succeeded(1) ? ProbeResult.of("allow", "both are created") : replies.unclear();
  }
}
