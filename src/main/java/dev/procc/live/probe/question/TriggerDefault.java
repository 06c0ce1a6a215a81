package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// What triggerType is where none was sent.
public final class TriggerDefault extends Probe {
  public TriggerDefault() {
    super("trigger-default");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), untriggered(lab)), "a job without triggerType"),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1) || replies.jobs(1).isEmpty()) {
      return replies.unclear();
    }
    String trigger = replies.jobs(1).getFirst().text("triggerType").orElse("");
    return trigger.isEmpty()
        ? ProbeResult.of("absent", "it stays absent")
        : trigger.equals("whenEligible")
            ? ProbeResult.of("filled", "whenEligible is returned")
            : replies.unclear();
  }

  private static Json untriggered(ProbeFixtures lab) {
    Json.Obj job = (Json.Obj) lab.runJob(lab.arguments("A"));
    return ProbeFixtures.child("job", job.without("triggerType"));
  }
}
