package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.Days;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/// Turns the date texts of a process into days: the schedule first, then depth first along
/// references with a stack of its own, so that a chain of 10,000 is no deeper than one.
public final class DateResolver {
  /// The API's names of the fields.
  public static final String DUE = "dueDate";

  public static final String APPROVAL = "approverDueDate";

  private final World world;
  private final DateLanguage language;
  private final Slots slots;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Deque<Slot> stack = new ArrayDeque<>();

  private DateResolver(DateTree tree, DateOptions options, DateLanguage language) {
    world = new World(tree, options);
    this.language = language;
    slots = new Slots(world, language);
  }

  /// Resolves every date of a tree. Total: what cannot be resolved has a finding instead.
  public static Resolution resolve(DateTree tree, DateOptions options) {
    return resolve(tree, options, new DateLanguage());
  }

  /// The same with a reader that has read texts before: for many periods of one process.
  public static Resolution resolve(DateTree tree, DateOptions options, DateLanguage language) {
    DateResolver resolver = new DateResolver(tree, options, language);
    resolver.schedule();
    for (Slot slot : resolver.slots.byField().values()) {
      resolver.follow(slot);
    }
    return new Resolution(resolver.world, resolver.slots, resolver.found);
  }

  private void schedule() {
    follow(world.start);
    follow(world.end);
    Slot start = world.start;
    Slot end = world.end;
    if (start.status == Slot.Status.ABSENT && end.status != Slot.Status.ABSENT) {
      unpaired(end, start);
    } else if (end.status == Slot.Status.ABSENT && start.status != Slot.Status.ABSENT) {
      unpaired(start, end);
    } else if (start.status == Slot.Status.VALUE
        && end.status == Slot.Status.VALUE
        && end.day < start.day
        && end.text != null
        && start.text != null) {
      found.add(
          Diagnostic.of(
                  DateCodes.BAD_SCHEDULE,
                  end.text.origin().span(),
                  "The schedule ends "
                      + DayText.of(end.day)
                      + ", before its start "
                      + DayText.of(start.day))
              .withLabel(start.text.origin().span(), "it starts here")
              .withAddress(end.field.toString()));
    }
  }

  private void unpaired(Slot there, Slot missing) {
    if (there.text == null) {
      return;
    }
    found.add(
        Diagnostic.of(
                DateCodes.BAD_SCHEDULE,
                there.text.origin().span(),
                "\""
                    + there.field.field()
                    + "\" is given without \""
                    + missing.field.field()
                    + "\"")
            .withHint("the API takes both or neither: add " + missing.field.field())
            .withAddress(there.field.toString()));
  }

  // ---- depth first, without recursion

  private void follow(Slot first) {
    if (first.colour != Slot.Colour.WHITE) {
      return;
    }
    stack.push(first);
    while (!stack.isEmpty()) {
      Slot top = stack.element();
      if (top.colour == Slot.Colour.WHITE) {
        top.colour = Slot.Colour.GREY;
        prepare(top);
      }
      if (top.next < top.needs.length) {
        Slot need = top.needs[top.next++];
        if (need.colour == Slot.Colour.WHITE) {
          stack.push(need);
        } else if (need.colour == Slot.Colour.GREY) {
          circular(need);
        }
      } else {
        stack.pop();
        top.colour = Slot.Colour.BLACK;
        finish(top);
      }
    }
  }

  private void prepare(Slot slot) {
    DateText text = slot.text;
    if (text == null) {
      slot.needs = slots.needs(slot);
      return;
    }
    Parsed parsed = language.read(text.text());
    slot.parsed = parsed;
    Due due = parsed.due();
    if (due == null) {
      for (Fault fault : parsed.faults()) {
        report(slot, fault);
      }
      slot.status = Slot.Status.FAILED;
    } else if (due.expression() == null) {
      slot.status = Slot.Status.ABSENT;
    } else {
      Slot[] needs = slots.needs(slot, parsed, due.expression(), new Reporter(slot));
      if (needs != null) {
        slot.needs = needs;
      } else if (slot.status == Slot.Status.OPEN) {
        slot.status = Slot.Status.FAILED;
      }
    }
  }

  private void finish(Slot slot) {
    if (slot.inCycle) {
      slot.status = Slot.Status.FAILED;
    } else if (slot.status == Slot.Status.OPEN) {
      if (slot.text == null) {
        latest(slot);
      } else {
        evaluate(slot, slot.text);
      }
    }
  }

  /// The latest of what a start or an end of work needs.
  private static void latest(Slot slot) {
    List<Origin> origins = new ArrayList<>();
    Slot best = null;
    for (Slot need : slot.needs) {
      if (need.status == Slot.Status.FAILED) {
        slot.status = Slot.Status.FAILED;
        return;
      }
      if (need.status == Slot.Status.VALUE) {
        best = best == null || need.day > best.day ? need : best;
        if (need.origin != null) {
          origins.add(need.origin);
        }
      }
    }
    if (best == null) {
      slot.status = Slot.Status.ABSENT;
      return;
    }
    slot.value(best.day);
    slot.decider = best.decider == null ? best : best.decider;
    slot.origin =
        origins.size() == 1
            ? origins.get(0)
            : new Origin(Layer.REFERENCE, origins.get(0).span(), origins);
  }

  private void evaluate(Slot slot, DateText text) {
    Parsed parsed = slot.parsed;
    Due due = parsed == null ? null : parsed.due();
    if (parsed == null || due == null) {
      return;
    }
    Reporter notes = new Reporter(slot);
    Evaluator evaluator = new Evaluator(world, slot, parsed, world.calendar(slot), notes);
    int day = evaluator.evaluate(due);
    if (day == Days.NONE) {
      slot.status = slot.status == Slot.Status.OPEN ? Slot.Status.FAILED : slot.status;
      return;
    }
    slot.value(day);
    slot.origin = text.origin().with(evaluator.origins());
    boolean task = slot.kind == Slot.Kind.DUE || slot.kind == Slot.Kind.APPROVER_DUE;
    if (task && outside(day)) {
      notes.outside = true;
      world.outside(notes, parsed, NO_EXPR, parsed.text(), day);
    }
  }

  private static final Expr NO_EXPR = new Expr.Workday(1);

  private boolean outside(int day) {
    return (world.start.status == Slot.Status.VALUE && day < world.start.day)
        || (world.end.status == Slot.Status.VALUE && day > world.end.day);
  }

  // ---- findings

  private final class Reporter implements Notes {
    private final Slot slot;
    private boolean outside;

    Reporter(Slot slot) {
      this.slot = slot;
    }

    @Override
    public void fault(Fault fault) {
      Diagnostic added = report(slot, fault);
      if (fault.code() == DateCodes.OUTSIDE_SCHEDULE) {
        Diagnostic more = explained(added);
        Severity severity = outside ? world.options.outsideSchedule() : Severity.ERROR;
        found.set(found.size() - 1, more.withSeverity(severity));
      }
    }

    /// With the end of the schedule, and the offer to move it.
    private Diagnostic explained(Diagnostic added) {
      boolean after = added.message().contains(", after ");
      Slot limit = after ? world.end : world.start;
      DateText text = limit.text;
      if (text == null) {
        return added;
      }
      Span span = text.origin().span();
      Diagnostic more =
          added.withLabel(span, after ? "the schedule ends here" : "the schedule starts here");
      Span exact = Fault.exact(text.text(), span, 0, text.text().length());
      String hint = added.hint();
      if (exact == null || hint == null) {
        return more;
      }
      String date = hint.substring(hint.indexOf(" to ") + 4).substring(0, 10);
      return more.withFix(
          Fix.unsafe("move " + limit.field.field() + " to " + date, new Edit(exact, date)));
    }

    @Override
    public void skip(Expr expr, String what) {
      slot.status = Slot.Status.ABSENT;
      if (slot.text == null) {
        return;
      }
      found.add(
          Diagnostic.of(
                  DateCodes.NO_ANCHOR,
                  slot.text.origin().span(),
                  "The default \""
                      + Parser.shown(slot.text.text())
                      + "\" is not applied to "
                      + world.name(slot)
                      + ": "
                      + what)
              .withSeverity(Severity.INFO)
              .withAddress(slot.field.toString()));
    }
  }

  private Diagnostic report(Slot slot, Fault fault) {
    DateText text = slot.text;
    Diagnostic added =
        text == null
            ? Diagnostic.of(fault.code(), null, fault.message())
            : fault.at(text.text(), text.origin().span());
    added = added.withAddress(slot.field.toString());
    found.add(added);
    return added;
  }

  /// The stack from `first` up to its top is a circle.
  private void circular(Slot first) {
    List<Slot> path = new ArrayList<>();
    for (Slot slot : stack) {
      path.add(slot);
      if (slot == first) {
        break;
      }
    }
    Collections.reverse(path);
    boolean known = true;
    for (Slot slot : path) {
      known &= slot.inCycle;
      slot.inCycle = true;
    }
    if (known) {
      return;
    }
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      if (i >= 12 && i < path.size() - 2) {
        words.append(i == 12 ? "... (" + (path.size() - 14) + " more) -> " : "");
      } else {
        words.append(world.reference(path.get(i))).append(" -> ");
      }
    }
    words.append(world.reference(first));
    Diagnostic circle = null;
    for (Slot slot : path) {
      DateText text = slot.text;
      if (text == null) {
        continue;
      }
      Span span = text.origin().span();
      if (circle == null) {
        circle =
            Diagnostic.of(DateCodes.CIRCULAR, span, "Circular: " + words)
                .withHint("give one of them a date of its own")
                .withAddress(slot.field.toString());
      } else if (circle.labels().size() < 12) {
        circle = circle.withLabel(span, world.reference(slot));
      }
    }
    if (circle != null) {
      found.add(circle);
    }
  }
}
