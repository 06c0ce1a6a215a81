package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// What becomes of members that are not documented.
public final class UnknownFields extends Probe {
  public UnknownFields() {
    super("unknown-fields");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(key(), lab.job("A")).with("x-procc-probe", Json.of("kept")),
            "with a member x-procc-probe"),
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
    return replies.body(1).has("x-procc-probe")
        ? Reading.is("keep", "GET returns it")
        : Reading.is("ignore", "created; GET does not return it");
  }
}
