package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import dev.procc.view.plan.facts.AlikeChanges;
import dev.procc.view.plan.facts.ArgumentValues;
import dev.procc.view.plan.facts.CountedNames;
import dev.procc.view.plan.facts.DateMoves;
import dev.procc.view.plan.facts.DaysOffBetween;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.UnmovedDates;
import dev.procc.view.plan.facts.ValueTexts;
import dev.procc.view.text.MarkdownPage;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;

/// The changes of a process in a comment: a table of the dates that move, and a list of the others.
public final class ChangesMarkdown {
  private static final int MAX_PLACES = 6;

  /// The most unmoved dates that are named.
  private static final int MAX_UNMOVED = 200;

  private final MarkdownPage out;
  private final ProcessPlan process;
  private final int maxRows;
  private final String command;
  private final PlanLabels labels;

  /// @param maxRows the most rows of a table or list
  /// @param command that shows the rows that are left out
  public ChangesMarkdown(
      MarkdownPage out, ProcessPlan process, PlanLabels labels, int maxRows, String command) {
    this.out = out;
    this.process = process;
    this.labels = labels;
    this.maxRows = maxRows;
    this.command = command;
  }

  private void writeMore(int all) {
    out.more(all, maxRows, command);
  }

  /// Writes the table of dates that move, with the number of dates that stay.
  ///
  /// @param processes whose dates stay
  public void writeDates(List<FieldChange> changes, List<ProcessPlan> processes) {
    List<FieldChange> moving = new ArrayList<>(changes);
    moving.removeIf(change -> !DateMoves.isDateMove(change));
    List<List<FieldChange>> rows = DateMoves.groupDateMoves(moving);
    if (rows.isEmpty()) {
      return;
    }
    int left = UnmovedDates.count(processes);
    String stay = left == 0 ? "none stays" : left + Plural.choose(left, " stays", " stay");
    out.heading(3)
        .append("Dates that move (" + stay + ArgumentValues.moveNote(changes) + ")")
        .line();
    out.table("What", "Was", "Will be", "Rule");
    for (List<FieldChange> row : rows.subList(0, Plural.shown(rows.size(), maxRows))) {
      FieldChange first = row.getFirst();
      String rule = first.value().dateExpression();
      out.row(
          placeList(row)
              .plus(first.kind().equals("process") ? "Process due" : PlanLabels.label(first)),
          MarkdownText.plain(labels.valueText(first.field(), first.before())),
          MarkdownText.strong(labels.valueText(first.field(), first.after())),
          (rule == null ? MarkdownText.EMPTY : MarkdownText.code(rule)).plus(daysOff(first)));
    }
    writeMore(rows.size());
  }

  private String daysOff(FieldChange change) {
    String off = DaysOffBetween.text(process, change);
    return off.isEmpty() ? "" : "; " + off;
  }

  /// Writes a foldable list of the dates that stay.
  ///
  /// @param processes whose dates moved
  public void writeUnmovedDates(List<ProcessPlan> processes) {
    List<String> unmoved = UnmovedDates.sentences(processes, labels, MAX_UNMOVED, command);
    if (!unmoved.isEmpty() && maxRows >= unmoved.size()) {
      out.details("Dates that stay");
      unmoved.forEach(sentence -> out.item().append(sentence).line());
      out.endDetails();
    }
  }

  /// The nodes with a date that moves, or the number of processes.
  private MarkdownText placeList(List<FieldChange> row) {
    if (row.getFirst().kind().equals("process")) {
      return row.size() == 1
          ? MarkdownText.EMPTY
          : MarkdownText.plain("in " + Plural.of(row.size(), "process") + ": ");
    }
    return places(row).plus(": ");
  }

  /// The names of the nodes, without duplicates, and the number of those not named.
  private MarkdownText places(List<FieldChange> changes) {
    List<MarkdownText> names = new ArrayList<>();
    CountedNames.count(changes, this::placeText)
        .forEach((name, n) -> names.add(n == 1 ? name : name.plus(" (" + n + " times)")));
    int shown = Plural.shown(names.size(), MAX_PLACES);
    List<FieldChange> first = CountedNames.ofFirst(changes);
    if (names.size() > shown && first.size() < shown) {
      return places(first)
          .plus(" " + CountedNames.sameIn(changes, first) + " (")
          .plus(MarkdownText.code(command))
          .plus(")");
    }
    MarkdownText list = MarkdownText.join(", ", names.subList(0, shown));
    return names.size() == shown
        ? list
        : list.plus(" and " + (names.size() - shown) + " more (")
            .plus(MarkdownText.code(command))
            .plus(")");
  }

  /// The name of a node for people; its address if it has none.
  private MarkdownText placeText(FieldChange change) {
    return nameText(labels.name(process.identity(), change));
  }

  private static MarkdownText nameText(PlanLabels.NodeName name) {
    MarkdownText address =
        name.address().isEmpty() ? MarkdownText.EMPTY : MarkdownText.code(name.address());
    return name.title().isEmpty()
        ? address
        : MarkdownText.emphasis(name.title())
            .plus(name.address().isEmpty() ? "" : " ")
            .plus(address);
  }

  /// Writes changes under a heading as a list, alike ones together.
  public void write(String heading, List<FieldChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    out.heading(3).append(heading).line();
    List<AlikeChanges> groups = AlikeChanges.of(changes, true);
    for (AlikeChanges alike : groups.subList(0, Plural.shown(groups.size(), maxRows))) {
      if (alike.isMany()) {
        writeMany(alike);
      } else {
        out.item().append(changeLine(alike.changes())).line();
      }
    }
    writeMore(groups.size());
  }

  /// Writes many changes caused by one line: their number, what they share, and examples.
  private void writeMany(AlikeChanges alike) {
    FieldChange first = alike.changes().getFirst();
    String nodes = Plural.of(alike.changes().size(), PlanLabels.peopleNoun(first.kind()));
    String pattern = alike.pattern();
    out.item()
        .append(
            first.field().equals(FieldChange.NODE)
                ? nodes + (first.before() == null ? " added" : " removed")
                : PlanLabels.label(first) + " of " + nodes);
    if (!pattern.isEmpty()) {
      out.append(": ").strong(pattern.replace("->", "→"));
    }
    out.append(", for example").line();
    for (FieldChange example : alike.examples()) {
      out.item(1).append(changeLine(List.of(example))).line();
    }
    int left = alike.changes().size() - alike.examples().size();
    out.item(1).append("and " + left + " more: ").code(command).line();
  }

  private MarkdownText changeLine(List<FieldChange> changes) {
    FieldChange change = changes.getFirst();
    MarkdownText place = places(changes);
    String noun = PlanLabels.noun(change.kind()) + " ";
    return switch (change.field()) {
      case FieldChange.NODE ->
          change.before() == null
              ? MarkdownText.plain("new " + noun)
                  .plus(place)
                  .plus(newAssignment(change))
                  .plus(neighbors(change))
              : MarkdownText.plain("removed " + noun).plus(place);
      case FieldChange.POSITION, FieldChange.PARENT ->
          MarkdownText.plain(noun).plus(place).plus(" moves").plus(neighbors(change));
      default -> {
        MarkdownText label = MarkdownText.plain(PlanLabels.label(change));
        MarkdownText what =
            FieldRole.of(change.field()) == FieldRole.PARALLEL
                ? place
                : change.kind().equals("process")
                    ? label.plus(processesText(changes))
                    : isNamedByValue(changes)
                        ? label.plus(FieldChangeText.namesakeText(process, change))
                        : label.plus(" of ").plus(place);
        yield what.plus(": ")
            .plus(beforeAfter(change))
            .plus(FieldChangeText.remark(change.changedBy()));
      }
    };
  }

  /// ` of 61 processes`; empty for one.
  private static String processesText(List<FieldChange> changes) {
    return changes.size() == 1 ? "" : " of " + Plural.of(changes.size(), "process");
  }

  /// Whether a single name changes, so that both values tell what it belongs to.
  private static boolean isNamedByValue(List<FieldChange> changes) {
    FieldChange change = changes.getFirst();
    return changes.size() == 1
        && FieldRole.of(change.field()).isName()
        && !change.title().isEmpty();
  }

  private MarkdownText beforeAfter(FieldChange change) {
    String difference = PlanLabels.setDifference(change.before(), change.after());
    if (difference != null) {
      return MarkdownText.strong(difference);
    }
    List<MarkdownText> parts = new ArrayList<>();
    for (ValueTexts.Difference each : ValueTexts.differences(labels, change, Integer.MAX_VALUE)) {
      parts.add(
          MarkdownText.plain(each.member() + (each.member().isEmpty() ? "" : " ") + each.before())
              .plus(" → ")
              .plus(MarkdownText.strong(each.after())));
    }
    return MarkdownText.join("; ", parts);
  }

  /// `: Sam Okafor, due Mon 2025-01-13`, for a new task.
  private String newAssignment(FieldChange change) {
    String who =
        new FieldChangeText(labels, Style.PLAIN, process, true).assignmentText(change.after());
    return who.isEmpty() ? "" : ": " + who;
  }

  /// `; after `entities/us/flux`, last`: the position of a node in its group, if the order matters.
  private MarkdownText neighbors(FieldChange change) {
    String follows = change.siblings().follows();
    String precedes = change.siblings().precedes();
    return follows == null && precedes == null
        ? MarkdownText.EMPTY
        : follows == null
            ? MarkdownText.plain("; first in its group")
            : MarkdownText.plain("; after ")
                .plus(nameText(labels.name(process.identity(), follows)))
                .plus(precedes == null ? ", last in its group" : "");
  }
}
