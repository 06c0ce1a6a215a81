package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import dev.procc.live.probe.Trees;
import java.util.List;

/// Whether the older assigneeUser is understood beside assignee.
public final class ParticipantInput extends Probe {
  public ParticipantInput() {
    super("participant-input");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(
                key(),
                lab.bare(
                    Json.object()
                        .put("title", "A")
                        .put("assigneeUser", lab.participantId())
                        .build())),
            "with assigneeUser"),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.refused(0)) {
      return Reading.is("objects", replies.told(0));
    }
    if (!replies.ok(1) || replies.jobs(1).isEmpty()) {
      return replies.unclear();
    }
    Json.Obj arguments = Trees.arguments(replies.jobs(1).getFirst());
    return arguments.has("assignee") || arguments.has("assigneeUser")
        ? Reading.is("both", "the assignee is returned")
        : Reading.is("objects", "created; no assignee is returned");
  }
}
