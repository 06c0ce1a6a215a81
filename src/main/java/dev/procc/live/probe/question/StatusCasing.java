package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// The case of action statuses in the reply of run.
public final class StatusCasing extends Probe {
  public StatusCasing() {
    super("status-casing");
  }

  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a manual job"), Step.run("a run"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1) || replies.jobs(1).isEmpty()) {
      return replies.unclear();
    }
    String status = replies.jobs(1).getFirst().text("actionStatus").orElse("");
    if (status.isEmpty()) {
      return replies.unclear();
    }
    return Character.isUpperCase(status.charAt(0))
        ? Reading.is("capitalised", status)
        : Reading.is("documented", status);
  }
}
