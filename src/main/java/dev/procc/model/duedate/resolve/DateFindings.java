package dev.procc.model.duedate.resolve;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.duedate.syntax.DateExpression;
import dev.procc.model.duedate.syntax.ExpressionFinding;
import dev.procc.model.duedate.syntax.ParsedDate;
import dev.procc.model.duedate.syntax.Parser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The findings of resolving the dates of a process, in the order in which they are found.
final class DateFindings implements ResolutionListener {
  /// The most members of a cycle that are named and labelled; the middle of a longer one is left
  /// out.
  private static final int MAX_CYCLE_MEMBERS = 12;

  /// The number of expressions counted without a calendar that are named after the first.
  private static final int MAX_NAMED = 5;

  private final DateContext context;
  private final List<Finding> findings = new ArrayList<>();

  /// The finding about the first date that was counted without a calendar; null if there is none.
  private @Nullable Finding withoutCalendar;

  /// The written dates of each circle that was reported, by the first of them.
  private final Map<DateSlot, List<List<DateSlot>>> circles = new HashMap<>();

  private final Set<String> countedWithoutCalendar = new LinkedHashSet<>();

  DateFindings(DateContext context) {
    this.context = context;
  }

  List<Finding> all() {
    if (withoutCalendar == null) {
      return findings;
    }
    List<Finding> all = new ArrayList<>(findings);
    List<String> others = countedWithoutCalendar.stream().skip(1).limit(MAX_NAMED).toList();
    int more = countedWithoutCalendar.size() - 1 - others.size();
    all.add(
        withoutCalendar.withHint(
            "name a Calendar document: calendar: KEY"
                + (others.isEmpty() ? "" : "; counted so as well: " + String.join(", ", others))
                + (more > 0 ? " and " + more + " more" : "")));
    return all;
  }

  @Override
  public void countedWithoutCalendar(DateSlot slot, ParsedDate parsed, DateExpression expr) {
    countedWithoutCalendar.add(Parser.abbreviate(expr.canonical()));
    if (withoutCalendar == null) {
      String message =
          "\""
              + Parser.abbreviate(expr.canonical())
              + "\" counts Monday to Friday, holidays included: the process has no calendar";
      withoutCalendar =
          at(slot, parsed.findingOn(DateCodes.COUNTED_WITHOUT_CALENDAR, expr, message));
    }
  }

  @Override
  public void report(DateSlot slot, ExpressionFinding fault) {
    findings.add(at(slot, fault));
  }

  @Override
  public void defaultSkipped(DateSlot slot, String what) {
    findings.add(
        about(
                slot,
                DateCodes.ANCHOR_WITHOUT_DATE,
                "The default \""
                    + Parser.abbreviate(slot.requireText().text())
                    + "\" is not applied to "
                    + context.nodeName(slot)
                    + ": "
                    + what)
            .withSeverity(Severity.INFO));
  }

  // ---- the schedule

  /// Reports a schedule with only one end.
  void unpairedScheduleEnd(DateSlot there, DateSlot missing) {
    String other = missing.field.field();
    findings.add(
        about(
                there,
                DateCodes.INCOMPLETE_SCHEDULE,
                "\"" + there.field.field() + "\" is given without \"" + other + "\"")
            .withHint("the API takes both or neither: add " + other));
  }

  void endsBeforeItStarts() {
    DateSlot start = context.start;
    DateSlot end = context.end;
    Finding finding =
        about(
                end,
                DateCodes.INCOMPLETE_SCHEDULE,
                "The schedule ends "
                    + DayText.format(end.day)
                    + ", before its start "
                    + DayText.format(start.day))
            .withLabel(start.requireText().origin().span(), "it starts here");
    LocalDate next = EpochDays.toDate(end.day).plusYears(1);
    boolean isTypo = TypedYear.isDay(end.requireText().text()) && EpochDays.of(next) > start.day;
    findings.add(isTypo ? meaning(finding, end, next) : finding);
  }

  @Override
  public void afterScheduleEnd(
      DateSlot slot, ParsedDate parsed, DateExpression.BusinessDayNumber number, int day) {
    ExpressionFinding fault = parsed.findingOn(DateCodes.OUTSIDE_SCHEDULE, number, "");
    Piece piece = new Piece(fault.from(), fault.to(), number.canonical());
    addOutsideSchedule(slot, context.end, piece, day, Severity.ERROR);
  }

  /// Reports a date that is beyond an end of the schedule, unless one that it counts from is, too.
  void outsideSchedule(DateSlot slot, DateSlot limit) {
    for (DateSlot from : slot.dependencies) {
      if (from.decidedBy == null ? isBeyond(from, limit) : isBeyond(from.decidedBy, limit)) {
        return;
      }
    }
    String text = slot.requireText().text();
    Piece piece = new Piece(0, text.length(), text);
    addOutsideSchedule(slot, limit, piece, slot.day, context.options.outsideSchedule());
  }

  /// Whether a due date is beyond an end of the schedule.
  private boolean isBeyond(DateSlot slot, DateSlot limit) {
    boolean isDue =
        slot.kind == DateSlot.SlotKind.DUE || slot.kind == DateSlot.SlotKind.APPROVER_DUE;
    return isDue
        && slot.status == DateSlot.Status.VALUE
        && (limit == context.end ? slot.day > limit.day : slot.day < limit.day);
  }

  /// A part of a date's text, with its offsets.
  private record Piece(int from, int to, String text) {}

  private void addOutsideSchedule(
      DateSlot slot, DateSlot limit, Piece piece, int day, Severity severity) {
    boolean after = limit == context.end;
    LocalDate date = EpochDays.toDate(day);
    String field = limit.field.field();
    String message =
        Parser.abbreviate(piece.text())
            + " is "
            + DayText.format(day)
            + (after ? ", after the schedule's end " : ", before the schedule's start ")
            + DayText.format(limit.day);
    DateText text = limit.requireText();
    Span span = text.origin().span();
    Finding added =
        at(
                slot,
                ExpressionFinding.of(DateCodes.OUTSIDE_SCHEDULE, piece.from(), piece.to(), message))
            .withLabel(span, after ? "the schedule ends here" : "the schedule starts here")
            .withSeverity(severity);
    LocalDate meant = TypedYear.isDay(piece.text()) ? inSchedule(date) : null;
    if (meant != null) {
      findings.add(meaning(added, slot, meant));
      return;
    }
    String to = limitText(slot, text, piece, date);
    String words = (to == null ? date : to) + (after ? " or later" : " or earlier");
    added =
        added.withHint(
            to == null
                ? "let " + field + " be " + words + ", or move the date"
                : "move " + field + " to " + words);
    findings.add(
        to == null ? added : withReplacement(added, text, "move " + field + " to " + to, to));
  }

  /// The finding with an unsafe fix that replaces a text, if its file contains it literally.
  private static Finding withReplacement(
      Finding finding, DateText text, String title, String other) {
    Span exact =
        ExpressionFinding.exactSpan(text.text(), text.origin().span(), 0, text.text().length());
    return exact == null ? finding : finding.withFix(Fix.unsafe(title, new TextEdit(exact, other)));
  }

  /// The finding about a typed day with the one that may be meant.
  private static Finding meaning(Finding finding, DateSlot slot, LocalDate meant) {
    return withReplacement(
        finding.withHint("did you mean " + meant + "?"),
        slot.requireText(),
        "write " + meant,
        meant.toString());
  }

  /// The same day in a year in which it is within the schedule; null if there is none.
  private @Nullable LocalDate inSchedule(LocalDate date) {
    DateSlot start = context.start;
    DateSlot end = context.end;
    if (start.status != DateSlot.Status.VALUE || end.status != DateSlot.Status.VALUE) {
      return null;
    }
    for (int limit : new int[] {start.day, end.day}) {
      LocalDate other = date.withYear(EpochDays.toDate(limit).getYear());
      int day = EpochDays.of(other);
      if (day >= start.day && day <= end.day && other.getDayOfMonth() == date.getDayOfMonth()) {
        return other;
      }
    }
    return null;
  }

  /// The text with which an end of the schedule would include a date: the day if a day is typed
  /// there, otherwise the expression of the date, since a day would be wrong in every other period.
  /// Null if that expression is a day, or refers to a date of the process.
  private static @Nullable String limitText(
      DateSlot slot, DateText limit, Piece piece, LocalDate date) {
    if (TypedYear.isDay(limit.text())) {
      return date.toString();
    }
    boolean isAlone =
        slot.dependencies.length == 0
            && piece.text().equals(slot.requireText().text())
            && !TypedYear.isDay(piece.text())
            && !piece.text().matches("(?i).*\\bbd ?\\+?\\d.*");
    return isAlone ? piece.text().strip() : null;
  }

  // ---- circles

  /// Reports a cycle, in which each slot depends on the next one and the last on the first.
  void cycle(List<DateSlot> path) {
    StringBuilder words = new StringBuilder("Circular: ");
    int hidden = path.size() - MAX_CYCLE_MEMBERS - 2;
    for (int i = 0; i < path.size(); i++) {
      if (i == MAX_CYCLE_MEMBERS && hidden > 0) {
        words.append("... (").append(hidden).append(" more) -> ");
        i += hidden;
      }
      words.append(context.reference(path.get(i))).append(" -> ");
    }
    words.append(context.reference(path.get(0)));
    List<DateSlot> written = new ArrayList<>();
    for (DateSlot slot : path) {
      if (slot.text != null) {
        written.add(slot);
      }
    }
    if (isMendedWithAnother(written)) {
      return;
    }
    Finding circle =
        about(written.get(0), DateCodes.CIRCULAR_DATE, words.toString())
            .withHint("give one of them a date of its own");
    for (DateSlot slot : written.subList(1, Math.min(written.size(), MAX_CYCLE_MEMBERS + 1))) {
      circle = circle.withLabel(slot.requireText().origin().span(), context.reference(slot));
    }
    findings.add(circle);
  }

  /// Whether a date of its own for any in a circle that was reported also opens this one, which
  /// goes through all of them.
  private boolean isMendedWithAnother(List<DateSlot> written) {
    for (DateSlot slot : written) {
      for (List<DateSlot> reported : circles.getOrDefault(slot, List.of())) {
        if (written.containsAll(reported)) {
          return true;
        }
      }
    }
    circles.computeIfAbsent(written.get(0), none -> new ArrayList<>(1)).add(written);
    return false;
  }

  // ---- where

  private static Finding about(DateSlot slot, Code code, String message) {
    return Finding.of(code, slot.requireText().origin().span(), message)
        .withAddress(slot.field.toString());
  }

  private static Finding at(DateSlot slot, ExpressionFinding fault) {
    DateText text = slot.requireText();
    return fault.toFinding(text.text(), text.origin().span()).withAddress(slot.field.toString());
  }
}
