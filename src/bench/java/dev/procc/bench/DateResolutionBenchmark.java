package dev.procc.bench;

import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Periods;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.DateResolver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Milliseconds to resolve a process of 15,000 tasks in 500 groups: 30,000 expressions, from their
/// texts to dates with origins, nothing kept from the last run. The median (`p0.50`) is the number
/// to trust: what else the machine does falls on the mean.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DateResolutionBenchmark {
  private static final int GROUPS = 500;
  private static final int TASKS = 30;
  private static final String ID = "close@2026-03";

  private List<DateNode> groups = List.of();
  private Origin origin = Origin.written(new SourceFile("close.process.yaml", "x").fullSpan());

  /// Builds the tree once; the texts differ as they do in a close.
  @Setup
  public void setUp() {
    List<DateNode> all = new ArrayList<>();
    for (int g = 0; g < GROUPS; g++) {
      List<DateNode> tasks = new ArrayList<>();
      for (int t = 0; t < TASKS; t++) {
        String due =
            switch (t % 5) {
              case 0 -> "WD" + (1 + t % 9);
              case 1 -> "task(t" + (t - 1) + ").due + " + (1 + g % 3) + "bd";
              case 2 -> "previous.due + 1bd";
              case 3 -> "earliest(group(g" + ((g + 1) % GROUPS) + ").due, WD" + (2 + g % 7) + ")";
              default -> "start + " + (5 + g % 20) + " days or next business day";
            };
        String path = ID + "/g" + g + "/t" + t;
        tasks.add(
            DateNode.task(
                path, "t" + t, origin, text(due), text("dueDate + " + (1 + t % 2) + "bd")));
      }
      all.add(DateNode.group(ID + "/g" + g, "g" + g, origin, false, text("WD8"), tasks));
    }
    groups = all;
    DateResolution once = resolve();
    if (!once.findings().isEmpty() || once.dates().size() != GROUPS * (2 * TASKS + 1) + 3) {
      throw new IllegalStateException(once.findings().toString());
    }
  }

  private static DateText text(String text) {
    SourceFile file = new SourceFile("close.process.yaml", text);
    return DateText.written(text, Origin.written(new Span(file, 0, text.length())));
  }

  @Benchmark
  public DateResolution resolve() {
    BusinessCalendar days =
        BusinessCalendar.of(
            "us",
            Weekdays.MON_FRI,
            List.of(NamedDay.of(LocalDate.of(2026, 4, 3)), NamedDay.of(LocalDate.of(2026, 5, 25))),
            List.of());
    DateTree tree =
        new DateTree(
            ID,
            new SourcedCalendar(days, origin, reason -> null),
            new SourcedPeriod(
                Objects.requireNonNull(Periods.find("2026-03", null).period()), origin),
            text("2026-03-25"),
            text("last business day of month after period"),
            text("WD20"),
            null,
            DateNode.group(ID + "/root", "root", origin, true, null, groups));
    return DateResolver.resolve(tree, DateOptions.DEFAULT);
  }
}
