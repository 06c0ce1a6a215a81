package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// What the run of a process without jobs is.
public final class EmptyProcess extends Probe {
  public EmptyProcess() {
    super("empty-process");
  }

  @Override
  public boolean startsRun() {
    return true;
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key()), "no jobs"),
        ProbeCall.validate("{process}"),
        ProbeCall.run("a run"),
        ProbeCall.getRun());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.succeeded(1) && replies.errorCount(1) > 0 && replies.refused(2)) {
      return ProbeResult.of("refuse", "an error of validation");
    }
    return replies.succeeded(2, 3) && replies.text(3, "status").equals("complete")
        ? ProbeResult.of("run", "its run is complete at once")
        : replies.unclear();
  }
}
