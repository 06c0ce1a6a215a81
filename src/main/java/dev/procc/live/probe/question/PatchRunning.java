package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether a process can be patched while a run is active.
public final class PatchRunning extends Probe {
  public PatchRunning() {
    super("patch-running");
  }

  @Override
  public boolean startsRun() {
    return true;
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a manual job"),
        ProbeCall.run("a run"),
        ProbeCall.patch(
            "the name", ProbeFixtures.replaceOperation("/name", lab.name(key()) + " renamed")));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1)) {
      return replies.unclear();
    }
    return replies.succeeded(2)
        ? ProbeResult.of("allow", "it can")
        : replies.status(2) == 409 || replies.refused(2)
            ? ProbeResult.of("refuse", replies.describe(2))
            : replies.unclear();
  }
}
