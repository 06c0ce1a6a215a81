package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether a process in the trash answers.
public final class TrashedGet extends Probe {
  public TrashedGet() {
    super("trashed-get");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a process"),
        ProbeCall.trash("into the trash"),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1)) {
      return replies.unclear();
    }
    return replies.status(2) == 404
        ? ProbeResult.of("missing", "404")
        : replies.succeeded(2) ? ProbeResult.of("shown", "200") : replies.unclear();
  }
}
