package dev.procc.view.report;

import dev.procc.live.apply.RunStatus;
import dev.procc.live.apply.RunStatus.Row;
import dev.procc.live.apply.RunStatus.State;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.duedate.DayText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a run stands, for people: state first, then the tree, then what to look at first.
public final class StatusText {
  private static final int LABEL = 28;

  private final RunStatus status;
  private final Map<String, String> people;
  private final @Nullable BusinessCalendar calendar;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private StatusText(
      RunStatus status,
      Map<String, String> people,
      @Nullable BusinessCalendar calendar,
      Style style) {
    this.status = status;
    this.people = people;
    this.calendar = calendar;
    this.style = style;
  }

  /// @param people names by participant id
  /// @param calendar what business days are counted by; absent: they are not
  public static String render(
      RunStatus status,
      String target,
      Map<String, String> people,
      @Nullable BusinessCalendar calendar,
      Style style) {
    StatusText text = new StatusText(status, people, calendar, style);
    text.head(target);
    for (Row row : status.rows()) {
      text.row(row);
    }
    text.urgent();
    return text.out.toString();
  }

  private void head(String target) {
    out.append(style.bold(status.identity())).append("  \"").append(Columns.shown(status.name()));
    out.append("\"   target ").append(target);
    out.append("   as of ").append(DayText.of(status.asOf())).append('\n');
    out.append(style.bold(status.status().toUpperCase(Locale.ROOT)));
    status.started().map(StatusText::day).ifPresent(d -> out.append(" since ").append(d));
    status.dueDate().ifPresent(this::due);
    out.append('\n');
    Map<State, Integer> counts = status.counts();
    int late = counts.getOrDefault(State.OVERDUE, 0);
    out.append(counts.getOrDefault(State.DONE, 0))
        .append(" of ")
        .append(status.jobs())
        .append(" done");
    count(counts.getOrDefault(State.OPEN, 0) + late, "open");
    count(counts.getOrDefault(State.WAITING, 0), "waiting");
    count(counts.getOrDefault(State.CANCELLED, 0), "cancelled");
    count(counts.getOrDefault(State.ERROR, 0), "in error");
    if (late > 0) {
      out.append("; ").append(style.red(late + " overdue"));
    }
    out.append("\n\n");
  }

  private void count(int number, String words) {
    if (number > 0) {
      out.append(", ").append(number).append(' ').append(words);
    }
  }

  private void due(LocalDate due) {
    out.append(", due ").append(DayText.of(due));
    if (calendar != null && !due.isBefore(status.asOf()) && !status.ended()) {
      int left = businessDays(status.asOf().plusDays(1), due.plusDays(1));
      out.append(" (")
          .append(left)
          .append(left == 1 ? " business day left)" : " business days left)");
    }
  }

  /// Business days in [from, to).
  private int businessDays(LocalDate from, LocalDate to) {
    return calendar == null ? 0 : calendar.count((int) from.toEpochDay(), (int) to.toEpochDay());
  }

  private static String day(String instant) {
    try {
      return DayText.of(LocalDate.parse(instant.substring(0, Math.min(10, instant.length()))));
    } catch (DateTimeException notADate) {
      return instant;
    }
  }

  private void row(Row row) {
    out.append("  ").repeat("  ", row.depth());
    if (row.group()) {
      group(row);
    } else {
      job(row);
    }
    out.append('\n');
  }

  private void group(Row row) {
    out.append(key(row)).append("  ").append(Columns.shown(row.title())).append(", ");
    out.append(row.parallel() ? "all at the same time" : "one after another");
    row.dueDate().ifPresent(due -> out.append("   due ").append(DayText.of(due)));
  }

  private void job(Row row) {
    String word = row.state().word();
    out.append(coloured(row.state(), word)).repeat(' ', Math.max(1, 10 - word.length()));
    String label = key(row);
    out.append(label).repeat(' ', Math.max(2, LABEL - 2 * row.depth() - Columns.width(label)));
    if (!row.title().equals(label)) {
      out.append('"').append(Columns.shown(row.title())).append("\"  ");
    }
    if (!row.person().isEmpty()) {
      out.append(people.getOrDefault(row.person(), row.person())).append("   ");
    }
    row.dueDate().ifPresent(due -> out.append("due ").append(DayText.of(due)));
    out.append(remark(row));
  }

  private String coloured(State state, String word) {
    return switch (state) {
      case DONE -> style.green(word);
      case OVERDUE, ERROR -> style.red(word);
      case OPEN -> style.bold(word);
      case WAITING, CANCELLED -> style.faint(word);
    };
  }

  /// The last part of the address: the tree shows the rest.
  private static String key(Row row) {
    String label = row.label();
    return label.substring(label.lastIndexOf('/') + 1);
  }

  private String remark(Row row) {
    StringBuilder text = new StringBuilder();
    LocalDate due = row.dueDate().orElse(null);
    if (row.late() && due != null) {
      int days = businessDays(due.plusDays(1), status.asOf().plusDays(1));
      text.append(
          calendar == null || days == 0
              ? "   late"
              : "   " + days + (days == 1 ? " business day late" : " business days late"));
    } else if (due != null && due.equals(status.asOf()) && row.state() == State.OPEN) {
      text.append("   today");
    }
    if (row.state() == State.WAITING && !row.waitsFor().isEmpty()) {
      text.append("   for ").append(row.waitsFor());
      if (row.cannotBeOnTime()) {
        text.append("; cannot be on time");
      }
    }
    return text.toString();
  }

  private void urgent() {
    Row row = status.urgent().orElse(null);
    if (row == null) {
      return;
    }
    out.append("\nMost urgent: ").append(row.label());
    if (row.holdsUp() > 0) {
      out.append(" holds up ")
          .append(row.holdsUp())
          .append(row.holdsUp() == 1 ? " task" : " tasks");
    }
    out.append('\n');
    if (!row.permalink().isEmpty()) {
      out.append("  ").append(row.permalink()).append('\n');
    }
  }
}
