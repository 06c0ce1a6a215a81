package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether trash and restore move the revision.
public final class RestoreRevision extends Probe {
  public RestoreRevision() {
    super("restore-revision");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a process"),
        Step.get(),
        Step.trash("into the trash"),
        Step.restore(),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2, 3, 4)) {
      return replies.unclear();
    }
    String seen = "revision " + replies.revision(1) + ", then " + replies.revision(4);
    return Reading.is(replies.revision(4) > replies.revision(1) ? "moves" : "stays", seen);
  }
}
