package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether another run may follow one that ended.
public final class FinishedRun extends Probe {
  public FinishedRun() {
    super("finished-run");
  }

  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key()), "no jobs"),
        Step.run("a run that ends at once"),
        Step.getRun(),
        Step.run("another"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(1, 2) || !replies.text(2, "status").equals("complete")) {
      return Reading.unclear("no run ended by itself: a process without jobs cannot be run");
    }
    return replies.ok(3)
        ? Reading.is("allow", "it starts")
        : replies.status(3) == 409 || replies.refused(3)
            ? Reading.is("refuse", replies.told(3))
            : replies.unclear();
  }
}
