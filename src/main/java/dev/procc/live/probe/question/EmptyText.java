package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import dev.procc.live.probe.Trees;
import java.util.List;

/// Whether an empty text is the same as none.
public final class EmptyText extends Probe {
  public EmptyText() {
    super("empty-text");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(key(), lab.job("A", "instructions", "")), "with empty instructions"),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1) || replies.jobs(1).isEmpty()) {
      return replies.unclear();
    }
    return Trees.arguments(replies.jobs(1).getFirst()).has("instructions")
        ? Reading.is("keep", "the empty text is returned")
        : Reading.is("absent", "the member is not returned");
  }
}
