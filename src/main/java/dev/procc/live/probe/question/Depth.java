package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether groups may be nested 50 deep.
public final class Depth extends Probe {
  public Depth() {
    super("depth");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(Step.create(lab.process(key(), nested(lab)), "50 groups, one in the other"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.refused(0)) {
      return Reading.is("refuse", replies.told(0));
    }
    return replies.ok(0) ? Reading.is("accept", "created") : replies.unclear();
  }

  private static Json nested(Lab lab) {
    Json inner = lab.job("A");
    for (int i = 50; i > 0; i--) {
      inner = Lab.child(lab.group("Group " + i, inner));
    }
    return inner;
  }
}
