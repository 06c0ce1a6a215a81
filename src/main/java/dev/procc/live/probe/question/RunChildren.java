package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import dev.procc.live.probe.ProcessTrees;
import java.util.List;

/// What the key of a job is in the tree of a run.
public final class RunChildren extends Probe {
  public RunChildren() {
    super("run-children");
  }

  @Override
  public boolean startsRun() {
    return true;
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a manual job"),
        ProbeCall.run("a run"),
        ProbeCall.getRun());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    Json.Obj reply = ProcessTrees.firstChild(replies.body(1));
    Json.Obj get = ProcessTrees.firstChild(replies.body(2));
    if (!replies.succeeded(0, 1, 2) || !get.has("jobRun")) {
      return replies.unclear();
    }
    return reply.has("jobRun")
        ? ProbeResult.of("jobRun", "jobRun in both")
        : reply.has("job")
            ? ProbeResult.of("documented", "job in the reply, jobRun in GET")
            : replies.unclear();
  }
}
