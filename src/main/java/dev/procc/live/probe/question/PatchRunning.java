package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether a process can be patched while a run is active.
public final class PatchRunning extends Probe {
  public PatchRunning() {
    super("patch-running");
  }

  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a manual job"),
        Step.run("a run"),
        Step.patch("the name", Lab.replace("/name", lab.name(key()) + " renamed")));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1)) {
      return replies.unclear();
    }
    return replies.ok(2)
        ? Reading.is("allow", "it can")
        : replies.status(2) == 409 || replies.refused(2)
            ? Reading.is("refuse", replies.told(2))
            : replies.unclear();
  }
}
