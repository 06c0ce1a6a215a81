package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether replace may set a member that is absent.
public final class ReplaceAbsent extends Probe {
  public ReplaceAbsent() {
    super("replace-absent");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "without a dueDate"),
        ProbeCall.patch("a dueDate", ProbeFixtures.replaceOperation("/dueDate", lab.monday())),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.refused(1)) {
      return ProbeResult.of("refuse", replies.describe(1));
    }
    return replies.succeeded(1, 2) && replies.text(2, "dueDate").equals(lab.monday().toString())
        ? ProbeResult.of("set", "it is set")
        : replies.unclear();
  }
}
