package dev.procc.model.duedate;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.Days;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/// Turns the date texts of a process into days: the schedule first, then depth first along
/// references with a stack of its own, so that a chain of 10,000 is no deeper than one.
public final class DateResolver {
  /// The API's names of the fields.
  public static final String DUE = "dueDate";

  public static final String APPROVAL = "approverDueDate";

  private final World world;
  private final DateLanguage language;
  private final Slots slots;
  private final Findings findings;
  private final Deque<Slot> stack = new ArrayDeque<>();

  private DateResolver(DateTree tree, DateOptions options, DateLanguage language) {
    world = new World(tree, options);
    this.language = language;
    slots = new Slots(world, language);
    findings = new Findings(world);
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
    return new Resolution(resolver.world, resolver.slots, resolver.findings.all());
  }

  private void schedule() {
    Slot start = world.start;
    Slot end = world.end;
    follow(start);
    follow(end);
    boolean begins = start.status != Slot.Status.ABSENT;
    boolean ends = end.status != Slot.Status.ABSENT;
    if (begins != ends) {
      findings.unpaired(begins ? start : end, begins ? end : start);
    } else if (start.status == Slot.Status.VALUE
        && end.status == Slot.Status.VALUE
        && end.day < start.day) {
      findings.endsBeforeItStarts();
    }
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
        if (top.text == null) {
          top.needs = Slot.NO_SLOTS; // one with a text needs them again, to tell its steps
        }
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
        findings.fault(slot, fault);
      }
      slot.status = Slot.Status.FAILED;
    } else if (due.expression() == null) {
      slot.status = Slot.Status.ABSENT;
    } else {
      new Needs(world, slots, slot, parsed, findings).collect(due.expression());
    }
  }

  private void finish(Slot slot) {
    if (slot.inCycle) {
      slot.status = Slot.Status.FAILED;
    } else if (slot.status == Slot.Status.OPEN) {
      if (slot.text == null) {
        latest(slot);
      } else {
        evaluate(slot);
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
        origins.add(Objects.requireNonNull(need.origin));
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

  private void evaluate(Slot slot) {
    Parsed parsed = Objects.requireNonNull(slot.parsed);
    Evaluator evaluator = new Evaluator(world, slot, parsed, findings);
    int day = evaluator.evaluate(Objects.requireNonNull(parsed.due()));
    if (day == Days.NONE) {
      slot.status = slot.status == Slot.Status.OPEN ? Slot.Status.FAILED : slot.status;
      return;
    }
    slot.value(day);
    slot.origin = slot.written().origin().with(evaluator.origins());
    if (slot.kind == Slot.Kind.DUE || slot.kind == Slot.Kind.APPROVER_DUE) {
      if (world.start.status == Slot.Status.VALUE && day < world.start.day) {
        findings.outside(slot, world.start);
      } else if (world.end.status == Slot.Status.VALUE && day > world.end.day) {
        findings.outside(slot, world.end);
      }
    }
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
    if (!known) {
      findings.circular(path);
    }
  }
}
