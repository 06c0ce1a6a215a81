package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether a job run with incomplete arguments is added.
public final class JobRunValidation extends Probe {
  public JobRunValidation() {
    super("job-run-validation");
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
        Step.addJob("without assignee", lab.loose(Json.object().put("title", "B").build())));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1)) {
      return replies.unclear();
    }
    return replies.refused(2)
        ? Reading.is("refuse", replies.told(2))
        : replies.ok(2) ? Reading.is("accept", "it is added") : replies.unclear();
  }
}
