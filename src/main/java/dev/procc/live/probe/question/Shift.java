package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// How due dates move when the schedule is patched under relativeDates.
public final class Shift extends Probe {
  public Shift() {
    super("shift");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.scheduled(
                key(),
                lab.monday(),
                lab.monday().plusDays(25),
                lab.job("Second business day", "dueDate", lab.monday().plusDays(1)),
                lab.job("Fifteenth business day", "dueDate", lab.monday().plusDays(18)),
                lab.job("A Saturday", "dueDate", lab.monday().plusDays(5))),
            "four weeks, three due dates"),
        Step.patch(
            "two weeks, five weeks later",
            Lab.replace("/businessEndDate", lab.monday().plusDays(46)),
            Lab.replace("/businessStartDate", lab.monday().plusDays(35))),
        Step.get(),
        Step.patch(
            "shorter, then earlier: it matters whether both are one change",
            Lab.replace("/businessEndDate", lab.monday().plusDays(35)),
            Lab.replace("/businessStartDate", lab.monday().plusDays(28))),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2)) {
      return replies.unclear();
    }
    String moved = days(replies, 2, lab);
    String again = days(replies, 4, lab);
    String seen = "days after the first Monday: 1 18 5, then " + moved + ", then " + again;
    return switch (moved) {
      case "1 18 5" -> Reading.is("none", seen);
      case "36 53 42" -> Reading.is("roll", seen);
      case "36 46 5" -> Reading.is("clamp", seen);
      case "36 53 5" -> eachOrOnce(again, seen);
      default -> Reading.unclear(seen);
    };
  }

  /// The first operation of the second PATCH leaves the first date outside the schedule: a shift
  /// after each operation then no longer moves it.
  private static Reading eachOrOnce(String again, String seen) {
    return switch (again) {
      case "29 53 5" -> Reading.is("declared", seen);
      case "36 53 5" -> Reading.is("per-operation", seen);
      default -> Reading.unclear(seen);
    };
  }

  private static String days(Replies replies, int step, Lab lab) {
    List<String> days = new ArrayList<>();
    for (int job = 0; job < 3; job++) {
      String date = replies.argument(step, job, "dueDate");
      days.add(date.length() == 10 ? "" + days(lab, LocalDate.parse(date)) : "?");
    }
    return String.join(" ", days);
  }

  private static long days(Lab lab, LocalDate date) {
    return ChronoUnit.DAYS.between(lab.monday(), date);
  }
}
