package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Which days are working days where none are given.
public final class DaysOfWeek extends Probe {
  public DaysOfWeek() {
    super("days-of-week");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.scheduled(
                    key(),
                    lab.monday(),
                    lab.monday().plusDays(25),
                    lab.job("A Friday", "dueDate", lab.monday().plusDays(4)))
                .without("businessDaysOfWeek"),
            "a schedule without businessDaysOfWeek"),
        Step.patch(
            "it begins on the Wednesday",
            Lab.replace("/businessStartDate", lab.monday().plusDays(2))),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2)) {
      return replies.unclear();
    }
    String date = replies.argument(2, 0, "dueDate");
    String seen = "the fifth day is " + date;
    if (date.equals(lab.monday().plusDays(8).toString())) {
      return Reading.is("monday-friday", seen);
    }
    return date.equals(lab.monday().plusDays(6).toString())
        ? Reading.is("every-day", seen)
        : Reading.unclear(seen + ", so dates did not move by business days");
  }
}
