package dev.procc.view.report;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The effects of one cause: dates that move, people, names, nodes that come and go, the rest.
final class EffectText {
  private static final int INDENT = 4;
  private static final int SHOWN_NAMES = 12;
  private final PlanWords words;
  private final Style style;
  private final String identity;
  private final int namesShown;

  EffectText(PlanWords words, Style style, ProcessPlan process, boolean detail) {
    this.words = words;
    this.style = style;
    this.identity = process.identity();
    this.namesShown = detail ? Integer.MAX_VALUE : SHOWN_NAMES;
  }

  /// @param stay how many due dates of the process do not move; negative where that was said
  ///   already
  void write(Page page, List<FieldChange> changes, int stay) {
    dates(page, changes, stay);
    Map<String, List<FieldChange>> alike = new LinkedHashMap<>();
    for (FieldChange change : changes) {
      if (!moves(change)) {
        alike.computeIfAbsent(key(change), k -> new ArrayList<>()).add(change);
      }
    }
    for (List<FieldChange> group : alike.values()) {
      same(page, group);
    }
  }

  static boolean moves(FieldChange change) {
    return PlanWords.isDueDate(change)
        && PlanWords.date(change.before()) != null
        && PlanWords.date(change.after()) != null
        && !Objects.equals(change.before(), change.after());
  }

  /// What changes must share to be told as one.
  static String key(FieldChange change) {
    boolean structural =
        change.field().equals(FieldChange.NODE)
            || change.field().equals(FieldChange.PARENT)
            || change.field().equals(FieldChange.POSITION);
    return structural
        ? change.address() + change.field()
        : change.field() + "\u0000" + change.before() + "\u0000" + change.after();
  }

  private void dates(Page page, List<FieldChange> changes, int stay) {
    List<FieldChange> moving = new ArrayList<>();
    for (FieldChange change : changes) {
      if (moves(change)) {
        moving.add(change);
      }
    }
    if (moving.isEmpty()) {
      return;
    }
    int n = moving.size();
    page.wrap(
        INDENT,
        2,
        PlanWords.count(n, "date")
            + (n == 1 ? " moves" : " move")
            + distance(moving)
            + (stay < 0
                ? ""
                : stay == 0 ? "; none stays" : "; " + stay + " stay" + (stay == 1 ? "s" : "")));
    Map<String, List<FieldChange>> rows = new LinkedHashMap<>();
    for (FieldChange change : moving) {
      String row = PlanWords.dateLabel(change) + change.before() + change.after() + change.rule();
      rows.computeIfAbsent(row, r -> new ArrayList<>()).add(change);
    }
    for (List<FieldChange> row : rows.values()) {
      FieldChange first = row.getFirst();
      page.line(
          " ".repeat(INDENT + 2)
              + Page.pad(PlanWords.dateLabel(first), 14)
              + arrow(first)
              + (first.rule() == null ? "" : "   " + Columns.shown(first.rule())));
      if (!first.kind().equals("process")) {
        page.names(INDENT + 16, addresses(row), namesShown);
      }
    }
  }

  private String arrow(FieldChange change) {
    return words.value(change.field(), change.before())
        + " -> "
        + words.value(change.field(), change.after());
  }

  /// `, each 1 business day later`; empty where it cannot be said.
  static String distance(List<FieldChange> moving) {
    TreeSet<Integer> shifts = new TreeSet<>();
    for (FieldChange change : moving) {
      if (change.businessDays() == null) {
        return "";
      }
      shifts.add(change.businessDays());
    }
    int least = shifts.first();
    int most = shifts.last();
    if (least == most) {
      String shift = PlanWords.shift(least);
      return shift.isEmpty() ? "" : (moving.size() == 1 ? ", " : ", each ") + shift;
    }
    if (least > 0 || most < 0) {
      return ", by "
          + Math.min(Math.abs(least), Math.abs(most))
          + " to "
          + Math.max(Math.abs(least), Math.abs(most))
          + " business days"
          + (least > 0 ? " later" : " earlier");
    }
    return ", from " + earlierOrLater(least) + " to " + earlierOrLater(most);
  }

  private static String earlierOrLater(int days) {
    return days == 0 ? "the same business day" : PlanWords.shift(days);
  }

  private List<String> addresses(List<FieldChange> changes) {
    List<String> addresses = new ArrayList<>();
    for (FieldChange change : changes) {
      addresses.add(PlanWords.place(identity, change.address()));
    }
    return addresses;
  }

  /// Changes of one field from one value to one other.
  private void same(Page page, List<FieldChange> changes) {
    FieldChange change = changes.getFirst();
    switch (change.field()) {
      case FieldChange.NODE -> node(page, change);
      case FieldChange.PARENT ->
          page.wrap(
              INDENT,
              2,
              PlanWords.noun(change.kind())
                  + " "
                  + at(change)
                  + " moves from group "
                  + words.value("name", change.before())
                  + " to "
                  + words.value("name", change.after()));
      case FieldChange.POSITION -> position(page, change);
      default -> field(page, changes);
    }
  }

  private void position(Page page, FieldChange change) {
    if (change.before() == null) {
      page.wrap(INDENT, 2, "the order in " + at(change));
      return;
    }
    page.wrap(
        INDENT,
        2,
        PlanWords.noun(change.kind())
            + " "
            + at(change)
            + " moves from place "
            + change.before().write()
            + " to "
            + (change.after() == null ? "" : change.after().write())
            + between(change));
  }

  private String between(FieldChange change) {
    String follows = change.follows();
    String precedes = change.precedes();
    if (follows == null && precedes == null) {
      return "";
    }
    if (follows == null) {
      return ", first, before " + PlanWords.place(identity, precedes == null ? "" : precedes);
    }
    return ", after "
        + PlanWords.place(identity, follows)
        + (precedes == null ? ", last" : " and before " + PlanWords.place(identity, precedes));
  }

  private String at(FieldChange change) {
    return PlanWords.place(identity, change.address());
  }

  private void node(Page page, FieldChange change) {
    boolean added = change.before() == null;
    String sign = added ? style.green("+") : style.red("-");
    String noun = PlanWords.noun(change.kind());
    page.wrap(INDENT, 2, sign + " " + noun + " " + at(change) + (added ? between(change) : ""));
    if (!change.title().isEmpty()) {
      page.wrap(INDENT + 2, 2, PlanWords.quoted(change.title()));
    }
    String who = who(added ? change.after() : change.before());
    if (!who.isEmpty() && !change.kind().equals("process")) {
      page.wrap(INDENT + 4, 2, who);
    }
  }

  /// `Sam Okafor, due Mon 2025-01-13; Priya Shah approves by Tue 2025-01-14`.
  String who(@Nullable Json node) {
    Json.Obj arguments = arguments(node);
    List<String> parts = new ArrayList<>();
    String due = day(arguments, "dueDate");
    String assignee = person(arguments, "assignee");
    if (!assignee.isEmpty() || !due.isEmpty()) {
      parts.add(
          assignee.isEmpty() ? "due " + due : assignee + (due.isEmpty() ? "" : ", due " + due));
    }
    String approver = person(arguments, "approver");
    String by = day(arguments, "approverDueDate");
    if (!approver.isEmpty() || !by.isEmpty()) {
      parts.add(
          (approver.isEmpty() ? "approval" : approver + " approves")
              + (by.isEmpty() ? "" : " by " + by));
    }
    return String.join("; ", parts);
  }

  /// The arguments of a job, or the fields of a group.
  static Json.Obj arguments(@Nullable Json node) {
    if (!(node instanceof Json.Obj envelope)) {
      return Json.Obj.EMPTY;
    }
    if (envelope.obj("group").isPresent()) {
      return envelope.obj("group").get();
    }
    Json.Obj arguments =
        envelope.obj("job").flatMap(job -> job.obj("arguments")).orElse(Json.Obj.EMPTY);
    for (Json member : arguments.members().values()) {
      if (member instanceof Json.Obj own) {
        return own;
      }
    }
    return Json.Obj.EMPTY;
  }

  private static String day(Json.Obj arguments, String field) {
    return arguments.text(field).map(PlanWords::day).orElse("");
  }

  private String person(Json.Obj arguments, String field) {
    return arguments.obj(field).flatMap(p -> p.text("id")).map(words::person).orElse("");
  }

  private void field(Page page, List<FieldChange> changes) {
    FieldChange change = changes.getFirst();
    String label = PlanWords.label(change);
    String difference =
        change.field().startsWith("business") || change.field().equals("calendars")
            ? PlanWords.setDifference(change.before(), change.after())
            : null;
    String value = difference != null ? difference : arrow(change);
    String note =
        change.reason() == Reason.WRITE_ONLY
            ? words.value(change.field(), change.after()) + " (the API never shows it)"
            : change.origin().equals("both") ? value + " (edited in Workiva too)" : value;
    if (changes.size() == 1) {
      String of = change.kind().equals("process") ? "" : " of " + at(change);
      String whole = label + of + ": " + note;
      if (whole.length() <= page.columns() - INDENT || !note.contains("\" -> \"")) {
        page.wrap(INDENT, 2, whole);
      } else {
        page.wrap(INDENT, 2, label + of);
        page.wrap(INDENT + 2, 2, note);
      }
      return;
    }
    page.wrap(
        INDENT, 2, label + " of " + PlanWords.count(changes.size(), nouns(changes)) + ": " + note);
    page.names(INDENT + 2, addresses(changes), namesShown);
  }

  private static String nouns(List<FieldChange> changes) {
    String noun = PlanWords.noun(changes.getFirst().kind());
    for (FieldChange change : changes) {
      if (!PlanWords.noun(change.kind()).equals(noun)) {
        return change.kind().equals("group") || noun.equals("group") ? "node" : "task";
      }
    }
    return noun;
  }
}
