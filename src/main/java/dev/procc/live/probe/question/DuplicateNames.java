package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether two processes may have one name.
public final class DuplicateNames extends Probe {
  public DuplicateNames() {
    super("duplicate-names");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a process"),
        Step.create(lab.process(key(), lab.job("A")), "another of the same name"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0)) {
      return replies.unclear();
    }
    if (replies.refused(1) || replies.status(1) == 409) {
      return Reading.is("refuse", replies.told(1));
    }
    return replies.ok(1) ? Reading.is("allow", "both are created") : replies.unclear();
  }
}
