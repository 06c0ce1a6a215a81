package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
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
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.scheduledProcess(
                key(),
                lab.monday(),
                lab.monday().plusDays(25),
                lab.job("Second business day", "dueDate", lab.monday().plusDays(1)),
                lab.job("Fifteenth business day", "dueDate", lab.monday().plusDays(18)),
                lab.job("A Saturday", "dueDate", lab.monday().plusDays(5))),
            "four weeks, three due dates"),
        ProbeCall.patch(
            "two weeks, five weeks later",
            ProbeFixtures.replaceOperation("/businessEndDate", lab.monday().plusDays(46)),
            ProbeFixtures.replaceOperation("/businessStartDate", lab.monday().plusDays(35))),
        ProbeCall.get(),
        ProbeCall.patch(
            "shorter, then earlier: it matters whether both are one change",
            ProbeFixtures.replaceOperation("/businessEndDate", lab.monday().plusDays(35)),
            ProbeFixtures.replaceOperation("/businessStartDate", lab.monday().plusDays(28))),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2)) {
      return replies.unclear();
    }
    String moved = days(replies, 2, lab);
    String again = days(replies, 4, lab);
    String seen = "days after the first Monday: 1 18 5, then " + moved + ", then " + again;
    return switch (moved) {
      case "1 18 5" -> ProbeResult.of("none", seen);
      case "36 53 42" -> ProbeResult.of("roll", seen);
      case "36 46 5" -> ProbeResult.of("clamp", seen);
      case "36 53 5" -> eachOrOnce(again, seen);
      default -> ProbeResult.unclear(seen);
    };
  }

  /// The first operation of the second PATCH leaves the first date outside the schedule: a shift
  /// after each operation then no longer moves it.
  private static ProbeResult eachOrOnce(String again, String seen) {
    return switch (again) {
      case "29 53 5" -> ProbeResult.of("declared", seen);
      case "36 53 5" -> ProbeResult.of("per-operation", seen);
      default -> ProbeResult.unclear(seen);
    };
  }

  private static String days(ProbeReplies replies, int step, ProbeFixtures lab) {
    List<String> days = new ArrayList<>();
    for (int job = 0; job < 3; job++) {
      String date = replies.argument(step, job, "dueDate");
      days.add(date.length() == 10 ? "" + days(lab, LocalDate.parse(date)) : "?");
    }
    return String.join(" ", days);
  }

  private static long days(ProbeFixtures lab, LocalDate date) {
    return ChronoUnit.DAYS.between(lab.monday(), date);
  }
}
