package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether another run may follow one that ended.
public final class FinishedRun extends Probe {
  public FinishedRun() {
    super("finished-run");
  }

  @Override
  public boolean startsRun() {
    return true;
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key()), "no jobs"),
        ProbeCall.run("a run that ends at once"),
        ProbeCall.getRun(),
        ProbeCall.run("another"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(1, 2) || !replies.text(2, "status").equals("complete")) {
      return ProbeResult.unclear("no run ended by itself: a process without jobs cannot be run");
    }
    return replies.succeeded(3)
        ? ProbeResult.of("allow", "it starts")
        : replies.status(3) == 409 || replies.refused(3)
            ? ProbeResult.of("refuse", replies.describe(3))
            : replies.unclear();
  }
}
