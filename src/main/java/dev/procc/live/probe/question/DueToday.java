package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether today is in the future.
public final class DueToday extends Probe {
  public DueToday() {
    super("due-today");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(key(), lab.job("A")).with("dueDate", day(lab, 40)), "due in 40 days"),
        Step.validate("{process}"),
        Step.create(lab.process(key(), lab.job("A")).with("dueDate", day(lab, 0)), "due today"),
        Step.validate("{process2}"),
        Step.create(
            lab.process(key(), lab.job("A")).with("dueDate", day(lab, -2)), "due two days ago"),
        Step.validate("{process3}"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2, 3, 4, 5)) {
      return replies.unclear();
    }
    if (replies.errors(5) <= replies.errors(1)) {
      return Reading.unclear("no due date has to be in the future");
    }
    return replies.errors(3) > replies.errors(1)
        ? Reading.is("refuse", "due today is an error of validation")
        : Reading.is("accept", "due today is no error of validation");
  }

  private static Json day(Lab lab, int days) {
    return Json.of(lab.today().plusDays(days).toString());
  }
}
