package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// When an end before the start of the schedule is noticed.
public final class WindowOrder extends Probe {
  public WindowOrder() {
    super("window-order");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.scheduled(key(), lab.monday(), lab.monday().plusDays(25), lab.job("A")),
            "a schedule of four weeks"),
        Step.patch(
            "start past the end, then the end",
            Lab.replace("/businessStartDate", lab.monday().plusDays(35)),
            Lab.replace("/businessEndDate", lab.monday().plusDays(46))),
        Step.patch(
            "an end before the start", Lab.replace("/businessEndDate", lab.monday().minusDays(3))));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.ok(1, 2)) {
      return Reading.is("never", "both are accepted");
    }
    if (replies.ok(1) && replies.refused(2)) {
      return Reading.is("document", "the whole document counts; " + replies.told(2));
    }
    return replies.refused(1) && replies.refused(2)
        ? Reading.is("operation", replies.told(1))
        : replies.unclear();
  }
}
