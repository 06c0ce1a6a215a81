package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether trash and restore move the revision.
public final class RestoreRevision extends Probe {
  public RestoreRevision() {
    super("restore-revision");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a process"),
        ProbeCall.get(),
        ProbeCall.trash("into the trash"),
        ProbeCall.restore(),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2, 3, 4)) {
      return replies.unclear();
    }
    String seen = "revision " + replies.revision(1) + ", then " + replies.revision(4);
    return ProbeResult.of(replies.revision(4) > replies.revision(1) ? "moves" : "stays", seen);
  }
}
