package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether PATCH insists on application/json-patch+json.
public final class PatchContentType extends Probe {
  public PatchContentType() {
    super("patch-content-type");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a process"),
        Step.patch("as application/json", Lab.replace("/autoClose", false)).as("application/json"),
        Step.patch("as application/json-patch+json", Lab.replace("/autoClose", false)));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(2)) {
      return replies.unclear();
    }
    if (replies.refused(1) || replies.status(1) == 415) {
      return Reading.is("strict", replies.told(1));
    }
    return replies.ok(1) ? Reading.is("any", "application/json does") : replies.unclear();
  }
}
