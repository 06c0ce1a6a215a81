package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Which types of participants exist.
public final class ParticipantTypes extends Probe {
  public ParticipantTypes() {
    super("participant-types");
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
                        .put("assignee", lab.participant("group"))
                        .build())),
            "whose assignee has the type group"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.refused(0)) {
      return Reading.is("user", replies.told(0));
    }
    return replies.ok(0) ? Reading.is("any", "a group is accepted") : replies.unclear();
  }
}
