package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// How far the revision moves in one PATCH of two changes.
public final class RevisionStep extends Probe {
  public RevisionStep() {
    super("revision-step");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a process"),
        ProbeCall.patch(
            "two changes",
            ProbeFixtures.replaceOperation("/name", lab.name(key()) + " renamed"),
            ProbeFixtures.replaceOperation("/autoClose", false)),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2)) {
      return replies.unclear();
    }
    String seen = "revision " + replies.revision(0) + ", then " + replies.revision(2);
    return switch ((int) (replies.revision(2) - replies.revision(0))) {
      case 1 -> ProbeResult.of("call", seen);
      case 2 -> ProbeResult.of("operation", seen);
      default -> ProbeResult.unclear(seen);
    };
  }
}
