package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Which types of participants exist.
public final class ParticipantTypes extends Probe {
  public ParticipantTypes() {
    super("participant-types");
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
                        .put("assignee", lab.participant("group"))
                        .build())),
            "whose assignee has the type group"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.refused(0)) {
      return ProbeResult.of("user", replies.describe(0));
    }
    return replies.succeeded(0) ? ProbeResult.of("any", "a group is accepted") : replies.unclear();
  }
}
