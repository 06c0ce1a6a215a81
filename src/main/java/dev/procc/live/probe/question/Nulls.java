package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// What becomes of members that are null in a create.
public final class Nulls extends Probe {
  public Nulls() {
    super("nulls");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(key(), lab.job("A")).with("dueDate", Json.NULL), "whose dueDate is null"),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.refused(0)) {
      return Reading.is("refuse", replies.told(0));
    }
    if (!replies.ok(1)) {
      return replies.unclear();
    }
    return replies.body(1).has("dueDate")
        ? Reading.is("keep", "it is returned")
        : Reading.is("absent", "it is not returned");
  }
}
