package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// What remove does to a member that is absent.
public final class RemoveAbsent extends Probe {
  public RemoveAbsent() {
    super("remove-absent");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "without a dueDate"),
        Step.patch(
            "remove the dueDate",
            Json.object().put("op", "remove").put("path", "/dueDate").build()));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.refused(1)) {
      return Reading.is("refuse", replies.told(1));
    }
    return replies.ok(1) ? Reading.is("ignore", "nothing happens") : replies.unclear();
  }
}
