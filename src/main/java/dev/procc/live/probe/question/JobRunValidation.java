package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether a job run with incomplete arguments is added.
public final class JobRunValidation extends Probe {
  public JobRunValidation() {
    super("job-run-validation");
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
        ProbeCall.addJob("without assignee", lab.runJob(Json.object().put("title", "B").build())));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1)) {
      return replies.unclear();
    }
    return replies.refused(2)
        ? ProbeResult.of("refuse", replies.describe(2))
        : replies.succeeded(2) ? ProbeResult.of("accept", "it is added") : replies.unclear();
  }
}
