package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// What becomes of a request without X-Version.
public final class MissingVersion extends Probe {
  public MissingVersion() {
    super("missing-version");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(ProbeCall.list("$maxpagesize=1", "without X-Version").withoutVersion());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    return switch (replies.status(0)) {
      case 400, 404 -> ProbeResult.of("" + replies.status(0), replies.describe(0));
      default -> replies.unclear();
    };
  }
}
