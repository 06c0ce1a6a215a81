package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// When an end before the start of the schedule is noticed.
public final class WindowOrder extends Probe {
  public WindowOrder() {
    super("window-order");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.scheduledProcess(key(), lab.monday(), lab.monday().plusDays(25), lab.job("A")),
            "a schedule of four weeks"),
        ProbeCall.patch(
            "start past the end, then the end",
            ProbeFixtures.replaceOperation("/businessStartDate", lab.monday().plusDays(35)),
            ProbeFixtures.replaceOperation("/businessEndDate", lab.monday().plusDays(46))),
        ProbeCall.patch(
            "an end before the start",
            ProbeFixtures.replaceOperation("/businessEndDate", lab.monday().minusDays(3))));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.succeeded(1, 2)) {
      return ProbeResult.of("never", "both are accepted");
    }
    if (replies.succeeded(1) && replies.refused(2)) {
      return ProbeResult.of("document", "the whole document counts; " + replies.describe(2));
    }
    return replies.refused(1) && replies.refused(2)
        ? ProbeResult.of("operation", replies.describe(1))
        : replies.unclear();
  }
}
