package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether a run starts a root group whose trigger is manual.
public final class ManualRoot extends Probe {
  public ManualRoot() {
    super("manual-root");
  }

  @Override
  public boolean startsRun() {
    return true;
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(key())
                .with(
                    "root",
                    lab.group("Work", lab.autoStartJob("A"))
                        .with("triggerType", Json.of("manual"))),
            "a manual root"),
        ProbeCall.run("a run"),
        ProbeCall.getRun());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2) || replies.jobs(2).isEmpty()) {
      return replies.unclear();
    }
    String status = replies.jobs(2).getFirst().text("status").orElse("");
    return status.equals("waiting")
        ? ProbeResult.of("waits", "its job is waiting")
        : status.equals("running")
            ? ProbeResult.of("starts", "its job is running")
            : ProbeResult.unclear("its job is " + status);
  }
}
