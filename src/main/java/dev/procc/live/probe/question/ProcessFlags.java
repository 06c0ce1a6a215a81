package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether a process returns iwmOptOut once it is set.
public final class ProcessFlags extends Probe {
  public ProcessFlags() {
    super("process-flags");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a process"),
        ProbeCall.patch("the flag", ProbeFixtures.replaceOperation("/iwmOptOut", true)),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2)) {
      return replies.unclear();
    }
    return replies.body(2).has("iwmOptOut")
        ? ProbeResult.of("shown", "GET returns it")
        : ProbeResult.of("hidden", "GET does not return it");
  }
}
