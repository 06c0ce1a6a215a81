package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether a PATCH that changes nothing moves the revision.
public final class PatchNoop extends Probe {
  public PatchNoop() {
    super("patch-noop");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a process"),
        Step.patch("the name that it has", Lab.replace("/name", lab.name(key()))),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2)) {
      return replies.unclear();
    }
    String seen = "revision " + replies.revision(0) + ", then " + replies.revision(2);
    return Reading.is(replies.revision(2) > replies.revision(0) ? "moves" : "stays", seen);
  }
}
