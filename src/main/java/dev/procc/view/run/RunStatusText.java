package dev.procc.view.run;

import dev.procc.base.text.Plural;
import dev.procc.live.apply.RunStatus;
import dev.procc.live.apply.RunStatus.NodeState;
import dev.procc.live.apply.RunStatus.NodeStatus;
import dev.procc.model.duedate.DayText;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The status of a run as text: the state first, then the tree, then what needs attention.
public final class RunStatusText {
  private static final int STATE_WIDTH = 10;
  private static final String APART = "   ";
  private static final int MAX_TITLE_WIDTH = 60;
  private static final int MAX_PERSON_WIDTH = 30;

  private final RunStatus status;
  private final PlanLabels labels;
  private final RunDays days;
  private final Style style;
  private final TextPage out;
  private final Map<String, String> titles = new HashMap<>();
  private int labelWidth;
  private int titleWidth;
  private int personWidth;
  private boolean isNarrow;

  /// @param people names by participant id
  public RunStatusText(
      RunStatus status,
      Map<String, String> people,
      RunCalendars calendars,
      Style style,
      int columns) {
    this.status = status;
    this.labels = new PlanLabels(people, Map.of());
    this.days = new RunDays(status, calendars);
    this.out = new TextPage(columns);
    this.style = style;
    for (NodeStatus row : status.nodes()) {
      titles.put(row.label(), row.place().title());
      if (!row.isGroup()) {
        int label = indent(row) + TerminalText.width(lastSegment(row));
        labelWidth = Math.max(labelWidth, label);
        titleWidth = Math.max(titleWidth, TerminalText.width(title(row)));
        personWidth = Math.max(personWidth, TerminalText.width(who(row)));
      }
    }
    titleWidth = Math.min(titleWidth, MAX_TITLE_WIDTH);
    personWidth = Math.min(personWidth, MAX_PERSON_WIDTH);
    isNarrow =
        status.nodes().stream()
            .filter(row -> !row.isGroup())
            .map(row -> " ".repeat(indent(row)) + taskText(row) + turnText(row))
            .anyMatch(line -> TerminalText.width(line.stripTrailing()) > columns);
  }

  public SafeText render(String target) {
    writeHeader(target);
    for (NodeStatus row : status.nodes()) {
      if (row.isGroup()) {
        out.wrap(indent(row), 2, groupText(row));
      } else {
        writeJob(row);
      }
    }
    writeMostUrgent();
    return out.toText();
  }

  private void writeHeader(String target) {
    out.append(style.bold(status.identity()))
        .append("  \"")
        .append(TerminalText.sanitize(status.run().name()));
    out.append("\"   target ").append(target);
    out.append("   as of ").append(DayText.format(status.asOf())).append('\n');
    out.append(style.bold(status.run().status().toUpperCase(Locale.ROOT)));
    String started = status.hasEnded() ? ", started " : " since ";
    status.run().startDay().ifPresent(d -> out.append(started).append(DayText.format(d)));
    status.run().endDay().ifPresent(d -> out.append(", ended ").append(DayText.format(d)));
    status.run().dueDate().ifPresent(this::appendDue);
    out.append('\n');
    Map<NodeState, Integer> counts = status.counts();
    out.append(counts.getOrDefault(NodeState.DONE, 0))
        .append(" of ")
        .append(status.jobCount())
        .append(" done");
    appendCount(counts, NodeState.ERROR, "in error");
    appendCount(counts, NodeState.OVERDUE, "overdue");
    appendCount(counts, NodeState.OPEN, "open");
    appendCount(counts, NodeState.WAITING, "waiting");
    appendCount(counts, NodeState.CANCELLED, "cancelled");
    out.append('\n').append('\n');
  }

  private void appendCount(Map<NodeState, Integer> counts, NodeState state, String label) {
    int number = counts.getOrDefault(state, 0);
    if (number > 0) {
      out.append(", ").append(coloured(state, number + " " + label));
    }
  }

  private void appendDue(LocalDate due) {
    out.append(", due ").append(DayText.format(due));
    Integer left = days.left();
    if (left != null) {
      out.append(" (").append(Plural.of(left, "business day")).append(" left)");
    }
  }

  private static int indent(NodeStatus row) {
    return 2 + 2 * row.place().depth();
  }

  private String groupText(NodeStatus row) {
    return lastSegment(row)
        + "  "
        + TerminalText.sanitize(row.place().title())
        + ", "
        + (row.place().shape() == RunStatus.NodeShape.PARALLEL
            ? "all at the same time"
            : "one after another")
        + row.due().date().map(due -> APART + "due " + DayText.format(due)).orElse("")
        + (row.late() ? APART + lateText(row) : "");
  }

  /// Writes a task; over two lines where the columns of some task do not fit.
  private void writeJob(NodeStatus row) {
    int indent = indent(row);
    if (isNarrow) {
      out.wrap(indent, STATE_WIDTH + 2, taskText(row).stripTrailing());
      writeParts(indent + STATE_WIDTH + 2, indent + STATE_WIDTH + 4, turnText(row), remarks(row));
    } else {
      writeParts(indent, indent + STATE_WIDTH + 2, taskText(row) + turnText(row), remarks(row));
    }
  }

  /// Writes remarks behind a text, each on a line of its own if it does not fit.
  private void writeParts(int indent, int hang, String text, List<String> remarks) {
    String line = " ".repeat(indent) + (remarks.isEmpty() ? text.stripTrailing() : text);
    for (String remark : remarks) {
      boolean fits = TerminalText.width(line + APART + remark) <= out.columns();
      if (!fits) {
        out.wrap(0, hang, line.stripTrailing());
      }
      line = (fits ? line + APART : " ".repeat(hang)) + remark;
    }
    out.wrap(0, hang, line);
  }

  /// The state, the key and the title.
  private String taskText(NodeStatus row) {
    String state = row.state().label();
    String label = lastSegment(row);
    int labelColumns = labelWidth - indent(row) + 2;
    return coloured(row.state(), state)
        + " ".repeat(Math.max(1, STATE_WIDTH - state.length()))
        + TextPage.pad(label, labelColumns)
        + TextPage.pad(title(row), titleWidth)
        + (titleWidth == 0 ? "" : "  ");
  }

  /// Who has to act, and by which day.
  private String turnText(NodeStatus row) {
    String due =
        row.due()
            .date()
            .map(day ->
                (row.actor().turn() == RunStatus.Turn.APPROVES ? "by  " : "due ")
                    + DayText.format(day))
            .orElse("");
    return TextPage.pad(who(row), personWidth) + (personWidth == 0 ? "" : APART) + due;
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

  private String lateText(NodeStatus row) {
    Integer late = days.late(row);
    return (late == null || late == 0 ? "late" : Plural.of(late, "business day") + " late")
        + days.offText(row);
  }

  /// How late it is, what it waits for, and who approves it afterwards.
  private List<String> remarks(NodeStatus row) {
    List<String> remarks = new ArrayList<>();
    LocalDate due = row.due().date().orElse(null);
    if (row.late()) {
      remarks.add(lateText(row));
    } else if (due != null && due.equals(status.asOf()) && row.state() == NodeState.OPEN) {
      remarks.add("today");
    }
    if (row.state() == NodeState.WAITING && !row.order().waitsFor().isEmpty()) {
      remarks.add(
          "waits for "
              + titleOf(row.order().waitsFor())
              + (row.cannotBeOnTime() ? "; cannot be on time" : ""));
    }
    String approver = row.actor().approver();
    if (!approver.isEmpty()) {
      remarks.add(
          "then "
              + labels.personName(approver)
              + " approves"
              + row.actor().approvalDue().map(day -> " by " + DayText.format(day)).orElse(""));
    }
    if (!row.isGroup() && row.state().isOver()) {
      row.ref().change().day().ifPresent(day -> remarks.add(lastChangeText(day, row)));
    }
    return remarks;
  }

  private String lastChangeText(LocalDate day, NodeStatus row) {
    String by = row.ref().change().by();
    return "last changed "
        + DayText.format(day)
        + (by.isEmpty() ? "" : " by " + labels.personName(by));
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
    String who = who(row);
    int holdsUp = row.order().holdsUp();
    out.blank();
    out.wrap(
        0,
        2,
        "Most urgent: "
            + titleOf(row.label())
            + (who.isEmpty() ? "" : " (" + who + ")")
            + (holdsUp == 0 ? "" : ", holds up " + Plural.of(holdsUp, "task")));
    if (!row.ref().permalink().isEmpty()) {
      out.append("  ").append(row.ref().permalink()).append('\n');
    }
  }
}
