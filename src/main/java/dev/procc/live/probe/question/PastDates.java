package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Which due dates must be in the future.
public final class PastDates extends Probe {
  public PastDates() {
    super("past-dates");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "no dates"),
        Step.validate("{process}"),
        Step.create(
            lab.process(key(), lab.job("A")).with("dueDate", Json.of(past(lab))),
            "the process due two days ago"),
        Step.validate("{process2}"),
        Step.create(
            lab.process(key(), lab.job("A", "dueDate", past(lab))), "a job due two days ago"),
        Step.validate("{process3}"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2, 3, 4, 5)) {
      return replies.unclear();
    }
    boolean process = replies.errors(3) > replies.errors(1);
    boolean job = replies.errors(5) > replies.errors(1);
    String seen =
        "errors: "
            + replies.errors(1)
            + " without dates, "
            + replies.errors(3)
            + " with that of the process, "
            + replies.errors(5)
            + " with that of a job";
    if (process && job) {
      return Reading.is("all", seen);
    }
    return process
        ? Reading.is("process", seen)
        : job ? Reading.unclear(seen) : Reading.is("none", seen);
  }

  private static String past(Lab lab) {
    return lab.today().minusDays(2).toString();
  }
}
