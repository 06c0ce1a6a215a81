package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// How long a title and instructions may be.
public final class Lengths extends Probe {
  public Lengths() {
    super("lengths");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a short title"),
        Step.create(lab.process(key(), lab.job("x".repeat(501))), "a title of 501 characters"),
        Step.create(
            lab.process(key(), lab.job("A", "instructions", "x".repeat(2001))),
            "instructions of 2,001 characters"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0)) {
      return replies.unclear();
    }
    if (replies.refused(1) && replies.refused(2)) {
      return Reading.is("tasks", replies.told(1) + "; " + replies.told(2));
    }
    return replies.ok(1, 2)
        ? Reading.is("unlimited", "501 and 2,001 characters are accepted")
        : replies.unclear();
  }
}
