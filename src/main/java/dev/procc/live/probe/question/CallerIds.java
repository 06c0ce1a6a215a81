package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// What becomes of ids that the caller sends.
public final class CallerIds extends Probe {
  public CallerIds() {
    super("caller-ids");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(key(), lab.job("A")).with("id", Json.of(id(lab))),
            "with an id of its own"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.refused(0)) {
      return Reading.is("refuse", replies.told(0));
    }
    if (!replies.ok(0)) {
      return replies.unclear();
    }
    return replies.text(0, "id").equals(id(lab))
        ? Reading.is("keep", "the process has the id that was sent")
        : Reading.is("ignore", "the process has another id");
  }

  private static String id(Lab lab) {
    return Integer.toHexString(lab.name("id").hashCode()) + "0procc0probe";
  }
}
