package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// The case of action statuses in the reply of run.
public final class StatusCasing extends Probe {
  public StatusCasing() {
    super("status-casing");
  }

  @Override
  public boolean startsRun() {
    return true;
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a manual job"), ProbeCall.run("a run"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1) || replies.jobs(1).isEmpty()) {
      return replies.unclear();
    }
    String status = replies.jobs(1).getFirst().text("actionStatus").orElse("");
    if (status.isEmpty()) {
      return replies.unclear();
    }
    return Character.isUpperCase(status.charAt(0))
        ? ProbeResult.of("capitalised", status)
        : ProbeResult.of("documented", status);
  }
}
