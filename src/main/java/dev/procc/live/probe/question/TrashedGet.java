package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether a process in the trash answers.
public final class TrashedGet extends Probe {
  public TrashedGet() {
    super("trashed-get");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a process"),
        Step.trash("into the trash"),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1)) {
      return replies.unclear();
    }
    return replies.status(2) == 404
        ? Reading.is("missing", "404")
        : replies.ok(2) ? Reading.is("shown", "200") : replies.unclear();
  }
}
