package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether a PATCH that changes nothing moves the revision.
public final class PatchNoop extends Probe {
  public PatchNoop() {
    super("patch-noop");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a process"),
        ProbeCall.patch(
            "the name that it has", ProbeFixtures.replaceOperation("/name", lab.name(key()))),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2)) {
      return replies.unclear();
    }
    String seen = "revision " + replies.revision(0) + ", then " + replies.revision(2);
    return ProbeResult.of(replies.revision(2) > replies.revision(0) ? "moves" : "stays", seen);
  }
}
