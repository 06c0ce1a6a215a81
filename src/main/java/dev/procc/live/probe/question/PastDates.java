package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Which due dates must be in the future.
public final class PastDates extends Probe {
  public PastDates() {
    super("past-dates");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "no dates"),
        ProbeCall.validate("{process}"),
        ProbeCall.create(
            lab.process(key(), lab.job("A")).with("dueDate", Json.of(past(lab))),
            "the process due two days ago"),
        ProbeCall.validate("{process2}"),
        ProbeCall.create(
            lab.process(key(), lab.job("A", "dueDate", past(lab))), "a job due two days ago"),
        ProbeCall.validate("{process3}"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2, 3, 4, 5)) {
      return replies.unclear();
    }
    boolean process = replies.errorCount(3) > replies.errorCount(1);
    boolean job = replies.errorCount(5) > replies.errorCount(1);
    String seen =
        "errors: "
            + replies.errorCount(1)
            + " without dates, "
            + replies.errorCount(3)
            + " with that of the process, "
            + replies.errorCount(5)
            + " with that of a job";
    if (process && job) {
      return ProbeResult.of("all", seen);
    }
    return process
        ? ProbeResult.of("process", seen)
        : job ? ProbeResult.unclear(seen) : ProbeResult.of("none", seen);
  }

  private static String past(ProbeFixtures lab) {
    return lab.today().minusDays(2).toString();
  }
}
