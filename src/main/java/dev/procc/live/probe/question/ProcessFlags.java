package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether a process returns iwmOptOut once it is set.
public final class ProcessFlags extends Probe {
  public ProcessFlags() {
    super("process-flags");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a process"),
        Step.patch("the flag", Lab.replace("/iwmOptOut", true)),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2)) {
      return replies.unclear();
    }
    return replies.body(2).has("iwmOptOut")
        ? Reading.is("shown", "GET returns it")
        : Reading.is("hidden", "GET does not return it");
  }
}
