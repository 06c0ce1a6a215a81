package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether a process may have 3,000 jobs, as many as one batch renames.
public final class ManyJobs extends Probe {
  public ManyJobs() {
    super("many-jobs");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.jobs(3000).toArray(new Json[0])), "3,000 jobs"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.refused(0) || replies.status(0) == 413) {
      return ProbeResult.of("refuse", replies.describe(0));
    }
    return replies.succeeded(0) ? ProbeResult.of("accept", "created") : replies.unclear();
  }
}
