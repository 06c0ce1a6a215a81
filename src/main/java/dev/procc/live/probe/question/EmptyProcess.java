package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// What the run of a process without jobs is.
public final class EmptyProcess extends Probe {
  public EmptyProcess() {
    super("empty-process");
  }

  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key()), "no jobs"),
        Step.validate("{process}"),
        Step.run("a run"),
        Step.getRun());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.ok(1) && replies.errors(1) > 0 && replies.refused(2)) {
      return Reading.is("refuse", "an error of validation");
    }
    return replies.ok(2, 3) && replies.text(3, "status").equals("complete")
        ? Reading.is("run", "its run is complete at once")
        : replies.unclear();
  }
}
