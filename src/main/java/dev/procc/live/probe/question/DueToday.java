package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether today is in the future.
public final class DueToday extends Probe {
  public DueToday() {
    super("due-today");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(key(), lab.job("A")).with("dueDate", day(lab, 40)), "due in 40 days"),
        ProbeCall.validate("{process}"),
        ProbeCall.create(
            lab.process(key(), lab.job("A")).with("dueDate", day(lab, 0)), "due today"),
        ProbeCall.validate("{process2}"),
        ProbeCall.create(
            lab.process(key(), lab.job("A")).with("dueDate", day(lab, -2)), "due two days ago"),
        ProbeCall.validate("{process3}"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2, 3, 4, 5)) {
      return replies.unclear();
    }
    if (replies.errorCount(5) <= replies.errorCount(1)) {
      return ProbeResult.unclear("no due date has to be in the future");
    }
    return replies.errorCount(3) > replies.errorCount(1)
        ? ProbeResult.of("refuse", "due today is an error of validation")
        : ProbeResult.of("accept", "due today is no error of validation");
  }

  private static Json day(ProbeFixtures lab, int days) {
    return Json.of(lab.today().plusDays(days).toString());
  }
}
