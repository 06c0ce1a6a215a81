package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// What remove does to a member that is absent.
public final class RemoveAbsent extends Probe {
  public RemoveAbsent() {
    super("remove-absent");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "without a dueDate"),
        ProbeCall.patch(
            "remove the dueDate",
            Json.object().put("op", "remove").put("path", "/dueDate").build()));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.refused(1)) {
      return ProbeResult.of("refuse", replies.describe(1));
    }
    return replies.succeeded(1) ? ProbeResult.of("ignore", "nothing happens") : replies.unclear();
  }
}
