package dev.procc.view.plan;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.view.plan.facts.AlikeChanges;
import dev.procc.view.plan.facts.ArgumentValues;
import dev.procc.view.plan.facts.CauseGroup;
import dev.procc.view.plan.facts.CountedNames;
import dev.procc.view.plan.facts.DateMoves;
import dev.procc.view.plan.facts.DaysOffBetween;
import dev.procc.view.plan.facts.EffectText;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ValueTexts;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The effects of one cause as text: dates that move, people, names, added and removed nodes,
/// others.
public final class FieldChangeText {
  private static final int INDENT = 4;
  private static final int MAX_NAMES = 12;

  /// The most names in the first of several alike processes.
  private static final int MAX_OF_FIRST = 4;

  /// The most groups of changes that are told one by one where they are counted.
  private static final int MAX_COUNTED = 3;

  private final PlanLabels labels;
  private final Style style;
  private final ProcessPlan process;
  private final String identity;
  private final int maxNames;

  public FieldChangeText(PlanLabels labels, Style style, ProcessPlan process, boolean detail) {
    this(labels, style, process, detail ? Integer.MAX_VALUE : MAX_NAMES);
  }

  private FieldChangeText(PlanLabels labels, Style style, ProcessPlan process, int maxNames) {
    this.labels = labels;
    this.style = style;
    this.process = process;
    this.identity = process.identity();
    this.maxNames = maxNames;
  }

  /// Writes changes counted, without the names of what they are in.
  static void writeCounted(
      TextPage page, PlanLabels labels, Style style, ProcessPlan process, CauseGroup group) {
    FieldChangeText text = new FieldChangeText(labels, style, process, 0);
    List<FieldChange> moving = new ArrayList<>(group.changes());
    moving.removeIf(change -> !DateMoves.isDateMove(change));
    if (moving.size() > 1) {
      page.wrap(INDENT, 2, DateMoves.summary(moving, -1));
    } else {
      text.writeDateMoves(page, moving, -1);
    }
    List<FieldChange> rest = new ArrayList<>(group.changes());
    rest.removeIf(DateMoves::isDateMove);
    List<AlikeChanges> some = AlikeChanges.of(rest, true);
    if (some.size() > MAX_COUNTED) {
      page.wrap(INDENT, 2, EffectText.of(rest));
      return;
    }
    for (AlikeChanges alike : some) {
      if (alike.isMany()) {
        page.wrap(INDENT, 2, manyText(alike));
      } else {
        text.writeGroup(page, alike.changes());
      }
    }
  }

  private static String manyText(AlikeChanges alike) {
    FieldChange first = alike.changes().getFirst();
    String nodes = Plural.of(alike.changes().size(), commonNoun(alike.changes()));
    String pattern = alike.pattern();
    return (first.field().equals(FieldChange.NODE)
            ? nodes + (first.before() == null ? " added" : " removed")
            : PlanLabels.label(first) + " of " + nodes)
        + (pattern.isEmpty() ? "" : ": " + pattern);
  }

  /// @param unmovedDates the number of due dates of the process that do not move; negative if it
  ///   was already stated
  public void write(TextPage page, List<FieldChange> changes, int unmovedDates) {
    writeDateMoves(page, changes, unmovedDates);
    List<FieldChange> rest = new ArrayList<>(changes);
    rest.removeIf(DateMoves::isDateMove);
    for (AlikeChanges alike : AlikeChanges.of(rest, maxNames == MAX_NAMES)) {
      if (alike.isMany()) {
        writeMany(page, alike);
      } else {
        writeGroup(page, alike.changes());
      }
    }
  }

  /// Writes many changes caused by one line: their number, what they share, and examples.
  private void writeMany(TextPage page, AlikeChanges alike) {
    page.wrap(INDENT, 2, manyText(alike) + ", for example");
    for (FieldChange example : alike.examples()) {
      writeGroup(page, List.of(example));
    }
    page.line(
        " ".repeat(INDENT)
            + "and "
            + (alike.changes().size() - alike.examples().size())
            + " more: --detail");
  }

  private void writeDateMoves(TextPage page, List<FieldChange> changes, int unmovedDates) {
    List<FieldChange> moving = new ArrayList<>();
    for (FieldChange change : changes) {
      if (DateMoves.isDateMove(change)) {
        moving.add(change);
      }
    }
    if (moving.isEmpty()) {
      return;
    }
    page.wrap(
        INDENT, 2, DateMoves.summary(moving, unmovedDates) + ArgumentValues.moveNote(changes));
    for (List<FieldChange> row : DateMoves.groupDateMoves(moving)) {
      FieldChange first = row.getFirst();
      page.line(
          " ".repeat(INDENT + 2)
              + TextPage.pad(PlanLabels.label(first), 14)
              + beforeAfter(first)
              + (first.value().dateExpression() == null
                  ? ""
                  : "   " + TerminalText.sanitize(first.value().dateExpression())));
      String off = DaysOffBetween.text(process, first);
      if (!off.isEmpty()) {
        page.wrap(INDENT + 16, 0, TerminalText.sanitize(off));
      }
      writePlaces(page, INDENT + 16, row);
    }
  }

  /// Writes the nodes; for whole processes, only their number.
  private void writePlaces(TextPage page, int indent, List<FieldChange> changes) {
    if (maxNames == 0 && changes.size() > 1) {
      return;
    }
    List<FieldChange> first = CountedNames.ofFirst(changes);
    int all = names(changes).size();
    boolean cut = all > Plural.shown(all, Math.max(1, maxNames));
    if (cut && first.size() <= MAX_OF_FIRST && first.size() < changes.size()) {
      String sameIn = CountedNames.sameIn(changes, first) + ": --detail";
      page.wrap(indent, 2, String.join(", ", names(first)) + " " + sameIn);
    } else if (!changes.getFirst().kind().equals("process")) {
      page.nameList(indent, names(changes), Math.max(1, maxNames));
    } else if (changes.size() > 1) {
      page.wrap(indent, 0, "in " + Plural.of(changes.size(), "process"));
    }
  }

  private String beforeAfter(FieldChange change) {
    return ValueTexts.differenceText(
        labels, change, maxNames <= MAX_NAMES ? PlanLabels.MAX_TEXT_LENGTH : Integer.MAX_VALUE);
  }

  private List<String> names(List<FieldChange> changes) {
    return CountedNames.of(changes, change -> labels.name(identity, change).toString());
  }

  /// Writes changes of one field from the same value to the same other value.
  private void writeGroup(TextPage page, List<FieldChange> changes) {
    FieldChange change = changes.getFirst();
    switch (change.field()) {
      case FieldChange.NODE -> writeNode(page, changes);
      case FieldChange.PARENT ->
          page.wrap(
              INDENT,
              2,
              PlanLabels.noun(change.kind())
                  + " "
                  + nameOf(change)
                  + " moves from group "
                  + labels.valueText(FieldRole.NAME.fieldName(), change.before())
                  + " to "
                  + labels.valueText(FieldRole.NAME.fieldName(), change.after()));
      case FieldChange.POSITION -> writePosition(page, change);
      default -> writeField(page, changes);
    }
  }

  private void writePosition(TextPage page, FieldChange change) {
    if (change.before() == null) {
      page.wrap(INDENT, 2, "the order in " + nameOf(change));
      return;
    }
    page.wrap(
        INDENT,
        2,
        PlanLabels.noun(change.kind())
            + " "
            + nameOf(change)
            + " moves from place "
            + change.before().write()
            + " to "
            + (change.after() == null ? "" : change.after().write())
            + neighborText(change));
  }

  private String neighborText(FieldChange change) {
    String follows = change.siblings().follows();
    String precedes = change.siblings().precedes();
    if (follows == null && precedes == null) {
      return "";
    }
    if (follows == null) {
      return ", first, before " + labels.name(identity, precedes == null ? "" : precedes);
    }
    return ", after "
        + labels.name(identity, follows)
        + (precedes == null ? ", last" : " and before " + labels.name(identity, precedes));
  }

  private String nameOf(FieldChange change) {
    return labels.name(identity, change).toString();
  }

  private void writeNode(TextPage page, List<FieldChange> changes) {
    FieldChange change = changes.getFirst();
    boolean added = change.before() == null;
    String sign = added ? style.green("+") : style.red("-");
    String noun = PlanLabels.noun(change.kind());
    page.wrap(
        INDENT,
        2,
        sign + " " + noun + " " + names(changes).getFirst() + (added ? neighborText(change) : ""));
    String who = assignmentText(added ? change.after() : change.before());
    if (!who.isEmpty() && !change.kind().equals("process")) {
      page.wrap(INDENT + 2, 2, who);
    }
  }

  /// `Sam Okafor, due Mon 2025-01-13; Priya Shah approves by Tue 2025-01-14`.
  String assignmentText(@Nullable Json node) {
    Json.Obj arguments = PlanLabels.arguments(node);
    List<String> parts = new ArrayList<>();
    String due = dueDay(arguments, FieldRole.DUE_DATE);
    String assignee = participantName(arguments, FieldRole.ASSIGNEE);
    if (!assignee.isEmpty() || !due.isEmpty()) {
      parts.add(
          assignee.isEmpty() ? "due " + due : assignee + (due.isEmpty() ? "" : ", due " + due));
    }
    String approver = participantName(arguments, FieldRole.APPROVER);
    String by = dueDay(arguments, FieldRole.APPROVAL_DUE);
    if (!approver.isEmpty() || !by.isEmpty()) {
      parts.add(
          (approver.isEmpty() ? "approval" : approver + " approves")
              + (by.isEmpty() ? "" : " by " + by));
    }
    String raw = ArgumentValues.text(node, labels);
    if (!raw.isEmpty()) {
      parts.add(raw);
    }
    return String.join("; ", parts);
  }

  private static String dueDay(Json.Obj arguments, FieldRole role) {
    return arguments.text(role.fieldName()).map(PlanLabels::dayText).orElse("");
  }

  private String participantName(Json.Obj arguments, FieldRole role) {
    return arguments
        .obj(role.fieldName())
        .flatMap(p -> p.text("id"))
        .map(labels::personName)
        .orElse("");
  }

  /// ` of the group` for a group with the name of its process; otherwise empty, since the two
  /// values tell what they name.
  static String namesakeText(ProcessPlan process, FieldChange change) {
    boolean namesake = change.kind().equals("group") && change.title().equals(process.name());
    return namesake ? " of the group" : "";
  }

  /// What is known of who changed it besides the definition; empty if nothing is.
  static String remark(ChangedBy changedBy) {
    return switch (changedBy) {
      case BOTH -> " (edited in Workiva too)";
      case UNKNOWN -> " (nobody knows whether it was edited in Workiva)";
      default -> "";
    };
  }

  private void writeField(TextPage page, List<FieldChange> changes) {
    FieldChange change = changes.getFirst();
    String label = PlanLabels.label(change);
    FieldSpec field = Catalog.find(change.kind(), change.field());
    String difference =
        field != null && field.type().isUnordered()
            ? PlanLabels.setDifference(change.before(), change.after())
            : null;
    String value = difference != null ? difference : beforeAfter(change);
    String note =
        change.reason() == ChangeReason.WRITE_ONLY
            ? labels.valueText(change.field(), change.after()) + " (the API never shows it)"
            : value + remark(change.changedBy());
    if (changes.size() == 1) {
      boolean named = FieldRole.of(change.field()).isName() && !change.title().isEmpty();
      String of =
          named
              ? namesakeText(process, change)
              : change.kind().equals("process") ? "" : " of " + nameOf(change);
      String whole = label + of + ": " + note;
      if (whole.length() <= page.columns() - INDENT || !note.contains("\" -> \"")) {
        page.wrap(INDENT, 2, whole);
      } else {
        page.wrap(INDENT, 2, label + of);
        page.wrap(INDENT + 2, 2, note);
      }
      return;
    }
    String nodes = Plural.of(changes.size(), commonNoun(changes));
    boolean parallel = FieldRole.of(change.field()) == FieldRole.PARALLEL;
    page.wrap(INDENT, 2, (parallel ? nodes : label + " of " + nodes) + ": " + note);
    if (!change.kind().equals("process")) {
      writePlaces(page, INDENT + 2, changes);
    }
  }

  private static String commonNoun(List<FieldChange> changes) {
    String noun = PlanLabels.noun(changes.getFirst().kind());
    for (FieldChange change : changes) {
      if (!PlanLabels.noun(change.kind()).equals(noun)) {
        return change.kind().equals("group") || noun.equals("group") ? "node" : "task";
      }
    }
    return noun;
  }
}
