package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether a start of the schedule may stand without its end.
public final class UnpairedWindow extends Probe {
  public UnpairedWindow() {
    super("unpaired-window");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(key(), lab.job("A"))
                .with("businessStartDate", Json.of(lab.monday().toString())),
            "with a start alone"),
        Step.validate("{process}"),
        Step.create(lab.process(key(), lab.job("A")), "without"),
        Step.validate("{process2}"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.refused(0)) {
      return Reading.is("refuse", replies.told(0));
    }
    if (!replies.ok(0, 1, 2, 3)) {
      return replies.unclear();
    }
    return replies.errors(1) > replies.errors(3)
        ? Reading.is("validate", "created; validation has an error more than without")
        : Reading.is("accept", "created; validation has no error more than without");
  }
}
