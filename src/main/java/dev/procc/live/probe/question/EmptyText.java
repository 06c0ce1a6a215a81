package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import dev.procc.live.probe.ProcessTrees;
import java.util.List;

/// Whether an empty text is the same as none.
public final class EmptyText extends Probe {
  public EmptyText() {
    super("empty-text");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(key(), lab.job("A", "instructions", "")), "with empty instructions"),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1) || replies.jobs(1).isEmpty()) {
      return replies.unclear();
    }
    return ProcessTrees.arguments(replies.jobs(1).getFirst()).has("instructions")
        ? ProbeResult.of("keep", "the empty text is returned")
        : ProbeResult.of("absent", "the member is not returned");
  }
}
