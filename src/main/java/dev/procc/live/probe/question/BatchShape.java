package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Which shape of batchUpdates is understood.
public final class BatchShape extends Probe {
  public BatchShape() {
    super("batch-shape");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a job"),
        Step.rename("flat", Lab.flat("job", "{job}", "flat")),
        Step.get(),
        Step.rename("nested", Lab.nested("job", "{job}", "nested")),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    boolean flat = replies.ok(1, 2) && replies.argument(2, 0, "title").equals("flat");
    boolean nested = replies.ok(3, 4) && replies.argument(4, 0, "title").equals("nested");
    String seen = "flat " + replies.told(1) + "; nested " + replies.told(3);
    if (flat && nested) {
      return Reading.is("both", seen);
    }
    return flat
        ? Reading.is("flat", seen)
        : nested ? Reading.is("nested", seen) : Reading.unclear(seen);
  }
}
