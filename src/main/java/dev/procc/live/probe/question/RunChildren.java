package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import dev.procc.live.probe.Trees;
import java.util.List;

/// What the key of a job is in the tree of a run.
public final class RunChildren extends Probe {
  public RunChildren() {
    super("run-children");
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
        Step.getRun());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    Json.Obj reply = Trees.firstChild(replies.body(1));
    Json.Obj get = Trees.firstChild(replies.body(2));
    if (!replies.ok(0, 1, 2) || !get.has("jobRun")) {
      return replies.unclear();
    }
    return reply.has("jobRun")
        ? Reading.is("jobRun", "jobRun in both")
        : reply.has("job")
            ? Reading.is("documented", "job in the reply, jobRun in GET")
            : replies.unclear();
  }
}
