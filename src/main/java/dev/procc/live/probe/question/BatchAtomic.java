package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether one batch is applied as a whole.
public final class BatchAtomic extends Probe {
  public BatchAtomic() {
    super("batch-atomic");
  }

  @Override
  public List<String> needs() {
    return List.of("batch-shape");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a job"),
        Step.rename(
            "a name, then an id that is not there",
            lab.rename("job", "{job}", "renamed"),
            lab.rename("job", "procc-probe-no-such-job", "never")),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.refused(1) || !replies.ok(0, 2)) {
      return replies.unclear();
    }
    return replies.argument(2, 0, "title").equals("renamed")
        ? Reading.is("partial", "refused, and the first is renamed")
        : Reading.is("atomic", "refused, and nothing is renamed");
  }
}
