package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// How far the revision moves in one PATCH of two changes.
public final class RevisionStep extends Probe {
  public RevisionStep() {
    super("revision-step");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a process"),
        Step.patch(
            "two changes",
            Lab.replace("/name", lab.name(key()) + " renamed"),
            Lab.replace("/autoClose", false)),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2)) {
      return replies.unclear();
    }
    String seen = "revision " + replies.revision(0) + ", then " + replies.revision(2);
    return switch ((int) (replies.revision(2) - replies.revision(0))) {
      case 1 -> Reading.is("call", seen);
      case 2 -> Reading.is("operation", seen);
      default -> Reading.unclear(seen);
    };
  }
}
