package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether replace may set a member that is absent.
public final class ReplaceAbsent extends Probe {
  public ReplaceAbsent() {
    super("replace-absent");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "without a dueDate"),
        Step.patch("a dueDate", Lab.replace("/dueDate", lab.monday())),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.refused(1)) {
      return Reading.is("refuse", replies.told(1));
    }
    return replies.ok(1, 2) && replies.text(2, "dueDate").equals(lab.monday().toString())
        ? Reading.is("set", "it is set")
        : replies.unclear();
  }
}
