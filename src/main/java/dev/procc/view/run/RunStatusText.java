package dev.procc.view.run;

import dev.procc.base.text.Plural;
import dev.procc.live.apply.RunStatus;
import dev.procc.live.apply.RunStatus.NodeState;
import dev.procc.live.apply.RunStatus.NodeStatus;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.duedate.DayText;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The status of a run as text: the state first, then the tree, then what needs attention.
public final class RunStatusText {
  private static final int LABEL_WIDTH = 28;
  private static final int MAX_TITLE_WIDTH = 60;

  private final RunStatus status;
  private final PlanLabels labels;
  private final Calendars calendars;
  private final Style style;
  private final TextPage out = new TextPage();
  private final Map<String, String> titles = new HashMap<>();
  private int titleWidth;
  private int personWidth;

  /// The calendars by which business days are counted.
  public interface Calendars {
    /// The calendar of the process, or of the date that the actor of a node has to meet; null if
    /// unknown.
    ///
    /// @param node null for the process
    @Nullable BusinessCalendar find(@Nullable NodeStatus node);
  }

  private RunStatusText(
      RunStatus status, Map<String, String> people, Calendars calendars, Style style) {
    this.status = status;
    this.labels = new PlanLabels(people, Map.of());
    this.calendars = calendars;
    this.style = style;
    for (NodeStatus row : status.nodes()) {
      titles.put(row.label(), row.place().title());
      if (!row.isGroup()) {
        titleWidth = Math.max(titleWidth, TerminalText.width(title(row)));
        personWidth = Math.max(personWidth, TerminalText.width(who(row)));
      }
    }
    titleWidth = Math.min(titleWidth, MAX_TITLE_WIDTH);
  }

  /// @param people names by participant id
  public static SafeText render(
      RunStatus status,
      String target,
      Map<String, String> people,
      Calendars calendars,
      Style style) {
    RunStatusText text = new RunStatusText(status, people, calendars, style);
    text.writeHeader(target);
    for (NodeStatus row : status.nodes()) {
      text.appendRow(row);
    }
    text.writeMostUrgent();
    return text.out.toText();
  }

  private void writeHeader(String target) {
    out.append(style.bold(status.identity()))
        .append("  \"")
        .append(TerminalText.sanitize(status.run().name()));
    out.append("\"   target ").append(target);
    out.append("   as of ").append(DayText.format(status.asOf())).append('\n');
    out.append(style.bold(status.run().status().toUpperCase(Locale.ROOT)));
    status.run().started().map(RunStatusText::day).ifPresent(d -> out.append(" since ").append(d));
    status.run().dueDate().ifPresent(this::appendDue);
    out.append('\n');
    Map<NodeState, Integer> counts = status.counts();
    int late = counts.getOrDefault(NodeState.OVERDUE, 0);
    out.append(counts.getOrDefault(NodeState.DONE, 0))
        .append(" of ")
        .append(status.jobCount())
        .append(" done");
    appendCount(counts.getOrDefault(NodeState.OPEN, 0) + late, "open");
    appendCount(counts.getOrDefault(NodeState.WAITING, 0), "waiting");
    appendCount(counts.getOrDefault(NodeState.CANCELLED, 0), "cancelled");
    appendCount(counts.getOrDefault(NodeState.ERROR, 0), "in error");
    if (late > 0) {
      out.append("; ").append(style.red(late + " overdue"));
    }
    out.append('\n').append('\n');
  }

  private void appendCount(int number, String label) {
    if (number > 0) {
      out.append(", ").append(number).append(' ').append(label);
    }
  }

  private void appendDue(LocalDate due) {
    out.append(", due ").append(DayText.format(due));
    BusinessCalendar calendar = calendars.find(null);
    if (calendar != null && !due.isBefore(status.asOf()) && !status.hasEnded()) {
      int left = businessDays(calendar, status.asOf().plusDays(1), due.plusDays(1));
      out.append(" (").append(Plural.of(left, "business day")).append(" left)");
    }
  }

  /// The number of business days in [from, to).
  private static int businessDays(BusinessCalendar calendar, LocalDate from, LocalDate to) {
    return calendar.count((int) from.toEpochDay(), (int) to.toEpochDay());
  }

  private static String day(String instant) {
    try {
      return DayText.format(LocalDate.parse(instant.substring(0, Math.min(10, instant.length()))));
    } catch (DateTimeException notADate) {
      return instant;
    }
  }

  private void appendRow(NodeStatus row) {
    out.append("  ").repeat("  ", row.place().depth());
    if (row.isGroup()) {
      appendGroup(row);
    } else {
      appendJob(row);
    }
    out.append('\n');
  }

  private void appendGroup(NodeStatus row) {
    out.append(lastSegment(row))
        .append("  ")
        .append(TerminalText.sanitize(row.place().title()))
        .append(", ");
    out.append(
        row.place().shape() == RunStatus.NodeShape.PARALLEL
            ? "all at the same time"
            : "one after another");
    row.due().date().ifPresent(due -> out.append("   due ").append(DayText.format(due)));
  }

  private void appendJob(NodeStatus row) {
    String stateWord = row.state().label();
    out.append(coloured(row.state(), stateWord)).repeat(' ', Math.max(1, 10 - stateWord.length()));
    String label = lastSegment(row);
    out.append(label)
        .repeat(
            ' ', Math.max(2, LABEL_WIDTH - 2 * row.place().depth() - TerminalText.width(label)));
    out.append(TextPage.pad(title(row), titleWidth)).append(titleWidth == 0 ? "" : "  ");
    out.append(TextPage.pad(who(row), personWidth)).append(personWidth == 0 ? "" : "   ");
    row.due()
        .date()
        .ifPresent(due ->
            out.append(row.actor().turn() == RunStatus.Turn.APPROVES ? "by  " : "due ")
                .append(DayText.format(due)));
    out.append(remark(row));
  }

  /// The title in quotes; empty if the label is the title.
  private static String title(NodeStatus row) {
    return row.place().title().equals(lastSegment(row))
        ? ""
        : "\"" + TerminalText.sanitize(row.place().title()) + "\"";
  }

  /// The actor and the task: `Sam Okafor`, `Dana Whitfield approves`.
  private String who(NodeStatus row) {
    String person = row.actor().person();
    if (person.isEmpty()) {
      return "";
    }
    String name = labels.personName(person);
    return switch (row.actor().turn()) {
      case DOES -> name;
      case APPROVES -> name + (row.state().isOver() ? "" : " approves");
      case DOES_AGAIN -> name + (row.state().isOver() ? "" : ", returned");
    };
  }

  /// ` then Dana Whitfield approves`; empty if nobody does.
  private String approverText(NodeStatus row) {
    String approver = row.actor().approver();
    return approver.isEmpty() ? "" : "   then " + labels.personName(approver) + " approves";
  }

  private String coloured(NodeState state, String word) {
    return switch (state) {
      case DONE -> style.green(word);
      case OVERDUE, ERROR -> style.red(word);
      case OPEN -> style.bold(word);
      case WAITING, CANCELLED -> style.faint(word);
    };
  }

  /// The last part of the address, since the tree shows the rest.
  private static String lastSegment(NodeStatus row) {
    String label = row.label();
    return label.substring(label.lastIndexOf('/') + 1);
  }

  private String remark(NodeStatus row) {
    StringBuilder text = new StringBuilder();
    LocalDate due = row.due().date().orElse(null);
    if (row.late() && due != null) {
      BusinessCalendar calendar = calendars.find(row);
      int days =
          calendar == null ? 0 : businessDays(calendar, due.plusDays(1), status.asOf().plusDays(1));
      text.append(days == 0 ? "   late" : "   " + Plural.of(days, "business day") + " late");
    } else if (due != null && due.equals(status.asOf()) && row.state() == NodeState.OPEN) {
      text.append("   today");
    }
    if (row.state() == NodeState.WAITING && !row.order().waitsFor().isEmpty()) {
      text.append("   waits for ").append(titleOf(row.order().waitsFor()));
      if (row.cannotBeOnTime()) {
        text.append("; cannot be on time");
      }
    }
    return text.append(approverText(row)).toString();
  }

  /// The title for an address; the address if it has none.
  private String titleOf(String label) {
    String title = titles.getOrDefault(label, "");
    return TerminalText.sanitize(title.isEmpty() ? label : title);
  }

  private void writeMostUrgent() {
    NodeStatus row = status.mostUrgent().orElse(null);
    if (row == null) {
      return;
    }
    out.append('\n').append("Most urgent: ").append(titleOf(row.label()));
    String who = who(row);
    out.append(who.isEmpty() ? "" : " (" + who + ")");
    if (row.order().holdsUp() > 0) {
      out.append(", holds up ").append(Plural.of(row.order().holdsUp(), "task"));
    }
    out.append('\n');
    if (!row.ref().permalink().isEmpty()) {
      out.append("  ").append(row.ref().permalink()).append('\n');
    }
  }
}
