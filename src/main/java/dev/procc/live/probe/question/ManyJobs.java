package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether a process may have 3,000 jobs, as many as one batch renames.
public final class ManyJobs extends Probe {
  public ManyJobs() {
    super("many-jobs");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.jobs(3000).toArray(new Json[0])), "3,000 jobs"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.refused(0) || replies.status(0) == 413) {
      return Reading.is("refuse", replies.told(0));
    }
    return replies.ok(0) ? Reading.is("accept", "created") : replies.unclear();
  }
}
