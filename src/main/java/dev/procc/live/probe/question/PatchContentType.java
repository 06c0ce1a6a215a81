package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether PATCH insists on application/json-patch+json.
public final class PatchContentType extends Probe {
  public PatchContentType() {
    super("patch-content-type");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a process"),
        ProbeCall.patch("as application/json", ProbeFixtures.replaceOperation("/autoClose", false))
            .withContentType("application/json"),
        ProbeCall.patch(
            "as application/json-patch+json", ProbeFixtures.replaceOperation("/autoClose", false)));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(2)) {
      return replies.unclear();
    }
    if (replies.refused(1) || replies.status(1) == 415) {
      return ProbeResult.of("strict", replies.describe(1));
    }
    return replies.succeeded(1)
        ? ProbeResult.of("any", "application/json does")
        : replies.unclear();
  }
}
