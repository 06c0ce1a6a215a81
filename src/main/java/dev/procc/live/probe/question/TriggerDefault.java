package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// What triggerType is where none was sent.
public final class TriggerDefault extends Probe {
  public TriggerDefault() {
    super("trigger-default");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), untriggered(lab)), "a job without triggerType"), Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1) || replies.jobs(1).isEmpty()) {
      return replies.unclear();
    }
    String trigger = replies.jobs(1).getFirst().text("triggerType").orElse("");
    return trigger.isEmpty()
        ? Reading.is("absent", "it stays absent")
        : trigger.equals("whenEligible")
            ? Reading.is("filled", "whenEligible is returned")
            : replies.unclear();
  }

  private static Json untriggered(Lab lab) {
    Json.Obj job = (Json.Obj) lab.loose(lab.arguments("A"));
    return Lab.child("job", job.without("triggerType"));
  }
}
