package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether a run starts a root group whose trigger is manual.
public final class ManualRoot extends Probe {
  public ManualRoot() {
    super("manual-root");
  }

  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(key())
                .with(
                    "root",
                    lab.group("Work", lab.eager("A")).with("triggerType", Json.of("manual"))),
            "a manual root"),
        Step.run("a run"),
        Step.getRun());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2) || replies.jobs(2).isEmpty()) {
      return replies.unclear();
    }
    String status = replies.jobs(2).getFirst().text("status").orElse("");
    return status.equals("waiting")
        ? Reading.is("waits", "its job is waiting")
        : status.equals("running")
            ? Reading.is("starts", "its job is running")
            : Reading.unclear("its job is " + status);
  }
}
