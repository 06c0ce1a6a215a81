package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether the reply of create carries the arguments in full.
public final class CreateReply extends Probe {
  public CreateReply() {
    super("create-reply");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(Step.create(lab.process(key(), lab.job("A")), "a process with a job"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0) || replies.jobs(0).isEmpty()) {
      return replies.unclear();
    }
    return replies.argument(0, 0, "title").isEmpty()
        ? Reading.is("brief", "the reply has no title")
        : Reading.is("full", "the reply has the title");
  }
}
