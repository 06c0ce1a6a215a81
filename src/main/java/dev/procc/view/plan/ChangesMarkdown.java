package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import dev.procc.view.plan.facts.AlikeChanges;
import dev.procc.view.plan.facts.CountedNames;
import dev.procc.view.plan.facts.DateMoves;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;

/// The changes of a process in a comment: a table of the dates that move, a list of the rest.
public final class ChangesMarkdown {
  private static final int MAX_PLACES = 6;

  private final StringBuilder out;
  private final ProcessPlan process;
  private final int maxRows;
  private final String command;
  private final PlanLabels labels;

  /// @param maxRows the longest table or list
  /// @param command what shows the rows that are left out
  public ChangesMarkdown(
      StringBuilder out, ProcessPlan process, PlanLabels labels, int maxRows, String command) {
    this.out = out;
    this.process = process;
    this.labels = labels;
    this.maxRows = maxRows;
    this.command = command;
  }

  private void writeMore(int all) {
    PlanMarkdownDetail.writeMore(out, all, maxRows, command);
  }

  /// The table of dates that move, with how many stay.
  public void writeDates(List<FieldChange> changes) {
    List<FieldChange> moving = new ArrayList<>(changes);
    moving.removeIf(change -> !DateMoves.isDateMove(change));
    List<List<FieldChange>> rows = DateMoves.groupDateMoves(moving);
    if (rows.isEmpty()) {
      return;
    }
    int left = Math.max(0, process.definition().dateCount() - moving.size());
    out.append("### Dates that move (")
        .append(left == 0 ? "none" : left)
        .append(Plural.choose(left == 0 ? 1 : left, " stays", " stay"))
        .append(")\n| What | Was | Will be | Rule |\n|---|---|---|---|\n");
    for (List<FieldChange> row : rows.subList(0, Math.min(rows.size(), maxRows))) {
      FieldChange first = row.getFirst();
      String rule = first.value().dateExpression();
      out.append("| ")
          .append(placeList(row))
          .append(first.kind().equals("process") ? "Process due" : PlanLabels.label(first))
          .append(" | ")
          .append(labels.valueText(first.field(), first.before()))
          .append(" | **")
          .append(labels.valueText(first.field(), first.after()))
          .append("** | ")
          .append(rule == null ? "" : MarkdownText.code(rule))
          .append(" |\n");
    }
    writeMore(rows.size());
  }

  private String placeList(List<FieldChange> row) {
    if (row.getFirst().kind().equals("process")) {
      return row.size() == 1 ? "" : "in " + Plural.of(row.size(), "process") + ": ";
    }
    return places(row) + ": ";
  }

  /// The names of the nodes, each once, and how many are not named.
  private String places(List<FieldChange> changes) {
    List<String> names = CountedNames.of(changes, this::placeText);
    int shown = Math.min(names.size(), MAX_PLACES);
    return String.join(", ", names.subList(0, shown))
        + (names.size() == shown
            ? ""
            : " and " + (names.size() - shown) + " more (" + MarkdownText.code(command) + ")");
  }

  /// The name of a node as people know it; its address where it has none.
  private String placeText(FieldChange change) {
    return change.title().isEmpty()
        ? MarkdownText.code(PlanLabels.relativeAddress(process.identity(), change.address()))
        : "*" + MarkdownText.plain(change.title()) + "*";
  }

  /// Writes changes as a list, those alike together.
  public void write(String heading, List<FieldChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    out.append(heading);
    List<AlikeChanges> groups = AlikeChanges.of(changes, true);
    for (AlikeChanges alike : groups.subList(0, Math.min(groups.size(), maxRows))) {
      if (alike.isMany()) {
        writeMany(alike);
      } else {
        out.append("- ").append(changeLine(alike.changes())).append('\n');
      }
    }
    writeMore(groups.size());
  }

  /// Many changes that one line makes: how many, what they have in common, and examples.
  private void writeMany(AlikeChanges alike) {
    FieldChange first = alike.changes().getFirst();
    String nodes = Plural.of(alike.changes().size(), PlanLabels.peopleNoun(first.kind()));
    String pattern = alike.pattern();
    out.append("- ")
        .append(
            first.field().equals(FieldChange.NODE)
                ? nodes + (first.before() == null ? " added" : " removed")
                : MarkdownText.plain(PlanLabels.label(first)) + " of " + nodes)
        .append(
            pattern.isEmpty()
                ? ""
                : ": **" + MarkdownText.plain(pattern).replace("-&#62;", "→") + "**")
        .append(", for example\n");
    for (FieldChange example : alike.examples()) {
      out.append("  - ").append(changeLine(List.of(example))).append('\n');
    }
    out.append("  - and ")
        .append(alike.changes().size() - alike.examples().size())
        .append(" more: ")
        .append(MarkdownText.code(command))
        .append('\n');
  }

  private String changeLine(List<FieldChange> changes) {
    FieldChange change = changes.getFirst();
    String place = places(changes);
    return switch (change.field()) {
      case FieldChange.NODE ->
          (change.before() == null ? "new " : "removed ")
              + PlanLabels.noun(change.kind())
              + " "
              + place
              + newAssignment(change)
              + (change.before() == null ? neighbors(change) : "");
      case FieldChange.POSITION, FieldChange.PARENT ->
          PlanLabels.noun(change.kind()) + " " + place + " moves" + neighbors(change);
      default ->
          FieldRole.of(change.field()) == FieldRole.PARALLEL
              ? place + ": " + beforeAfter(change)
              : MarkdownText.plain(PlanLabels.label(change))
                  + (change.kind().equals("process") ? processesText(changes) : " of " + place)
                  + ": "
                  + beforeAfter(change);
    };
  }

  /// ` of 61 processes`; empty of one.
  private static String processesText(List<FieldChange> changes) {
    return changes.size() == 1 ? "" : " of " + Plural.of(changes.size(), "process");
  }

  private String beforeAfter(FieldChange change) {
    String difference = PlanLabels.setDifference(change.before(), change.after());
    if (difference != null) {
      return "**" + MarkdownText.plain(difference) + "**";
    }
    List<String> parts = new ArrayList<>();
    for (PlanLabels.Difference each :
        labels.differences(change.field(), change.before(), change.after(), Integer.MAX_VALUE)) {
      parts.add(
          MarkdownText.plain(each.member() + (each.member().isEmpty() ? "" : " ") + each.before())
              + " → **"
              + MarkdownText.plain(each.after())
              + "**");
    }
    return String.join("; ", parts);
  }

  /// `: Sam Okafor, due Mon 2025-01-13`, of a task that is new.
  private String newAssignment(FieldChange change) {
    if (change.before() != null) {
      return "";
    }
    String who =
        new FieldChangeText(labels, Style.PLAIN, process, true).assignmentText(change.after());
    return who.isEmpty() ? "" : ": " + MarkdownText.plain(who);
  }

  /// `; after `entities/us/flux`, last`: where a node stands in its group, where that counts.
  private String neighbors(FieldChange change) {
    String follows = change.siblings().follows();
    String precedes = change.siblings().precedes();
    return follows == null && precedes == null
        ? ""
        : follows == null
            ? "; first in its group"
            : "; after "
                + MarkdownText.code(PlanLabels.relativeAddress(process.identity(), follows))
                + (precedes == null ? ", last in its group" : "");
  }
}
