package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether a title in an active run follows a rename of the process.
public final class RenameRun extends Probe {
  public RenameRun() {
    super("rename-run");
  }

  @Override
  public List<String> needs() {
    return List.of("batch-shape");
  }

  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a manual job"),
        Step.run("a run"),
        Step.rename("the job of the process", lab.rename("job", "{job}", "renamed")),
        Step.getRun());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2, 3) || replies.jobs(3).isEmpty()) {
      return replies.unclear();
    }
    return replies.argument(3, 0, "title").equals("renamed")
        ? Reading.is("follows", "the run has the new title")
        : Reading.is("unchanged", "the run has the old title");
  }
}
