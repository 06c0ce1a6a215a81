package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import dev.procc.live.probe.ProcessTrees;
import java.util.List;

/// Whether the older assigneeUser is understood beside assignee.
public final class ParticipantInput extends Probe {
  public ParticipantInput() {
    super("participant-input");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(
                key(),
                lab.jobWith(
                    Json.object()
                        .put("title", "A")
                        .put("assigneeUser", lab.participantId())
                        .build())),
            "with assigneeUser"),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.refused(0)) {
      return ProbeResult.of("objects", replies.describe(0));
    }
    if (!replies.succeeded(1) || replies.jobs(1).isEmpty()) {
      return replies.unclear();
    }
    Json.Obj arguments = ProcessTrees.arguments(replies.jobs(1).getFirst());
    return arguments.has("assignee") || arguments.has("assigneeUser")
        ? ProbeResult.of("both", "the assignee is returned")
        : ProbeResult.of("objects", "created; no assignee is returned");
  }
}
