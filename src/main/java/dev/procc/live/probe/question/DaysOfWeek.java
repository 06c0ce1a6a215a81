package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Which days are working days where none are given.
public final class DaysOfWeek extends Probe {
  public DaysOfWeek() {
    super("days-of-week");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.scheduledProcess(
                    key(),
                    lab.monday(),
                    lab.monday().plusDays(25),
                    lab.job("A Friday", "dueDate", lab.monday().plusDays(4)))
                .without("businessDaysOfWeek"),
            "a schedule without businessDaysOfWeek"),
        ProbeCall.patch(
            "it begins on the Wednesday",
            ProbeFixtures.replaceOperation("/businessStartDate", lab.monday().plusDays(2))),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2)) {
      return replies.unclear();
    }
    String date = replies.argument(2, 0, "dueDate");
    String seen = "the fifth day is " + date;
    if (date.equals(lab.monday().plusDays(8).toString())) {
      return ProbeResult.of("monday-friday", seen);
    }
    return date.equals(lab.monday().plusDays(6).toString())
        ? ProbeResult.of("every-day", seen)
        : ProbeResult.unclear(seen + ", so dates did not move by business days");
  }
}
