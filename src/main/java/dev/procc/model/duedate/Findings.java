package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What is found while the dates of a process are resolved, in the order of finding.
final class Findings implements Notes {
  /// How many members of a circle are named and labelled; the middle of a longer one is left out.
  private static final int MEMBERS = 12;

  private final World world;
  private final List<Diagnostic> found = new ArrayList<>();

  Findings(World world) {
    this.world = world;
  }

  List<Diagnostic> all() {
    return found;
  }

  @Override
  public void fault(Slot slot, Fault fault) {
    found.add(at(slot, fault));
  }

  @Override
  public void skip(Slot slot, String what) {
    found.add(
        about(
                slot,
                DateCodes.NO_ANCHOR,
                "The default \""
                    + Parser.shown(slot.written().text())
                    + "\" is not applied to "
                    + world.name(slot)
                    + ": "
                    + what)
            .withSeverity(Severity.INFO));
  }

  // ---- the schedule

  /// One end is there, the other is not.
  void unpaired(Slot there, Slot missing) {
    String other = missing.field.field();
    found.add(
        about(
                there,
                DateCodes.BAD_SCHEDULE,
                "\"" + there.field.field() + "\" is given without \"" + other + "\"")
            .withHint("the API takes both or neither: add " + other));
  }

  void endsBeforeItStarts() {
    Slot start = world.start;
    Slot end = world.end;
    found.add(
        about(
                end,
                DateCodes.BAD_SCHEDULE,
                "The schedule ends "
                    + DayText.of(end.day)
                    + ", before its start "
                    + DayText.of(start.day))
            .withLabel(start.written().origin().span(), "it starts here"));
  }

  @Override
  public void pastEnd(Slot slot, Parsed parsed, Expr.BusinessDay number, int day) {
    Fault fault = parsed.fault(DateCodes.OUTSIDE_SCHEDULE, number, "");
    beyond(slot, world.end, fault.from(), fault.to(), number.canonical(), day, Severity.ERROR);
  }

  /// The date of a text is on the far side of an end of the schedule.
  void outside(Slot slot, Slot limit) {
    String text = slot.written().text();
    beyond(slot, limit, 0, text.length(), text, slot.day, world.options.outsideSchedule());
  }

  private void beyond(
      Slot slot, Slot limit, int from, int to, String what, int day, Severity severity) {
    boolean after = limit == world.end;
    LocalDate date = Days.date(day);
    String field = limit.field.field();
    String message =
        Parser.shown(what)
            + " is "
            + DayText.of(day)
            + (after ? ", after the schedule's end " : ", before the schedule's start ")
            + DayText.of(limit.day);
    DateText text = limit.written();
    Span span = text.origin().span();
    Diagnostic added =
        at(slot, Fault.of(DateCodes.OUTSIDE_SCHEDULE, from, to, message))
            .withHint("move " + field + " to " + date + (after ? " or later" : " or earlier"))
            .withLabel(span, after ? "the schedule ends here" : "the schedule starts here")
            .withSeverity(severity);
    Span exact = Fault.exact(text.text(), span, 0, text.text().length());
    found.add(
        exact == null
            ? added
            : added.withFix(
                Fix.unsafe("move " + field + " to " + date, new Edit(exact, date.toString()))));
  }

  // ---- circles

  /// Each of the slots needs the next one, the last one the first.
  void circular(List<Slot> path) {
    StringBuilder words = new StringBuilder("Circular: ");
    int hidden = path.size() - MEMBERS - 2;
    for (int i = 0; i < path.size(); i++) {
      if (i == MEMBERS && hidden > 0) {
        words.append("... (").append(hidden).append(" more) -> ");
        i += hidden;
      }
      words.append(world.reference(path.get(i))).append(" -> ");
    }
    words.append(world.reference(path.get(0)));
    List<Slot> written = new ArrayList<>();
    for (Slot slot : path) {
      if (slot.text != null) {
        written.add(slot);
      }
    }
    Diagnostic circle =
        about(written.get(0), DateCodes.CIRCULAR, words.toString())
            .withHint("give one of them a date of its own");
    for (Slot slot : written.subList(1, Math.min(written.size(), MEMBERS + 1))) {
      circle = circle.withLabel(slot.written().origin().span(), world.reference(slot));
    }
    found.add(circle);
  }

  // ---- where

  private static Diagnostic about(Slot slot, Code code, String message) {
    return Diagnostic.of(code, slot.written().origin().span(), message)
        .withAddress(slot.field.toString());
  }

  private static Diagnostic at(Slot slot, Fault fault) {
    DateText text = slot.written();
    return fault.at(text.text(), text.origin().span()).withAddress(slot.field.toString());
  }
}
