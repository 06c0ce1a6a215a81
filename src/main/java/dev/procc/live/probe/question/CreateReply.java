package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether the reply of create carries the arguments in full.
public final class CreateReply extends Probe {
  public CreateReply() {
    super("create-reply");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(ProbeCall.create(lab.process(key(), lab.job("A")), "a process with a job"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0) || replies.jobs(0).isEmpty()) {
      return replies.unclear();
    }
    return replies.argument(0, 0, "title").isEmpty()
        ? ProbeResult.of("brief", "the reply has no title")
        : ProbeResult.of("full", "the reply has the title");
  }
}
