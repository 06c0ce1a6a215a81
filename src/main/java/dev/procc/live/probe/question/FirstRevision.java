package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// The revision of a new process.
public final class FirstRevision extends Probe {
  public FirstRevision() {
    super("first-revision");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(ProbeCall.create(lab.process(key(), lab.job("A")), "a process"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    return switch ((int) replies.revision(0)) {
      case 1 -> ProbeResult.of("one", "revision 1");
      case 0 -> ProbeResult.of("zero", "revision 0");
      default -> replies.unclear();
    };
  }
}
