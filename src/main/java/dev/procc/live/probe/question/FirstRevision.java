package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// The revision of a new process.
public final class FirstRevision extends Probe {
  public FirstRevision() {
    super("first-revision");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(Step.create(lab.process(key(), lab.job("A")), "a process"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    return switch ((int) replies.revision(0)) {
      case 1 -> Reading.is("one", "revision 1");
      case 0 -> Reading.is("zero", "revision 0");
      default -> replies.unclear();
    };
  }
}
