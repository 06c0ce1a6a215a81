package dev.procc.model.duedate.resolve;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.duedate.syntax.DateSpec;
import dev.procc.model.duedate.syntax.ExpressionFinding;
import dev.procc.model.duedate.syntax.ParsedDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/// The resolver of the date texts of a process. It resolves the schedule first, then depth first
/// along references, on a stack of its own, so that a chain of 10,000 references needs no deep
/// recursion.
public final class DateResolver {
  private final DateContext context;
  private final DateLanguage language;
  private final DateSlots slots;
  private final DateFindings findings;
  private final Deque<DateSlot> stack = new ArrayDeque<>();

  private DateResolver(DateTree tree, DateOptions options, DateLanguage language) {
    context = new DateContext(tree, options);
    this.language = language;
    slots = new DateSlots(context, language);
    findings = new DateFindings(context);
  }

  /// Resolves every date of a tree. Total: what cannot be resolved has a finding.
  public static DateResolution resolve(DateTree tree, DateOptions options) {
    return resolve(tree, options, new DateLanguage());
  }

  /// Resolves with parsed texts that are shared, for many periods of one process.
  public static DateResolution resolve(DateTree tree, DateOptions options, DateLanguage language) {
    DateResolver resolver = new DateResolver(tree, options, language);
    resolver.resolveSchedule();
    for (DateSlot slot : resolver.slots.byField().values()) {
      resolver.resolveDepthFirst(slot);
    }
    return new DateResolution(resolver.context, resolver.slots, resolver.findings.all());
  }

  private void resolveSchedule() {
    DateSlot start = context.start;
    DateSlot end = context.end;
    resolveDepthFirst(start);
    resolveDepthFirst(end);
    boolean begins = start.status != DateSlot.Status.ABSENT;
    boolean ends = end.status != DateSlot.Status.ABSENT;
    if (begins != ends) {
      findings.unpairedScheduleEnd(begins ? start : end, begins ? end : start);
    } else if (start.status == DateSlot.Status.VALUE
        && end.status == DateSlot.Status.VALUE
        && end.day < start.day) {
      findings.endsBeforeItStarts();
    }
  }

  // ---- depth first, without recursion

  private void resolveDepthFirst(DateSlot first) {
    if (first.visitState != DateSlot.VisitState.UNVISITED) {
      return;
    }
    stack.push(first);
    while (!stack.isEmpty()) {
      DateSlot top = stack.element();
      if (top.visitState == DateSlot.VisitState.UNVISITED) {
        top.visitState = DateSlot.VisitState.VISITING;
        prepare(top);
      }
      if (top.nextDependency < top.dependencies.length) {
        DateSlot dependency = top.dependencies[top.nextDependency++];
        if (dependency.visitState == DateSlot.VisitState.UNVISITED) {
          stack.push(dependency);
        } else if (dependency.visitState == DateSlot.VisitState.VISITING) {
          reportCycle(dependency);
        }
      } else {
        stack.pop();
        top.visitState = DateSlot.VisitState.VISITED;
        finish(top);
        if (top.text == null) {
          top.dependencies =
              DateSlot.NO_SLOTS; // a slot with a text needs them again for its derivation
        }
      }
    }
  }

  private void prepare(DateSlot slot) {
    DateText text = slot.text;
    if (text == null) {
      slot.dependencies = slots.dependencies(slot);
      return;
    }
    if (text.isUnreadable()) {
      slot.status = DateSlot.Status.FAILED;
      return;
    }
    ParsedDate parsed = language.parsed(text.text());
    slot.parsed = parsed;
    DateSpec spec = parsed.spec();
    if (spec == null) {
      for (ExpressionFinding finding : parsed.findings()) {
        findings.report(slot, finding);
      }
      slot.status = DateSlot.Status.FAILED;
    } else if (spec.expression() == null) {
      slot.status = DateSlot.Status.ABSENT;
    } else {
      new DependencyCollector(context, slots, slot, parsed, findings).collect(spec.expression());
    }
  }

  private void finish(DateSlot slot) {
    if (slot.inCycle) {
      slot.status = DateSlot.Status.FAILED;
    } else if (slot.status == DateSlot.Status.OPEN) {
      if (slot.text == null) {
        takeLatest(slot);
      } else {
        evaluate(slot);
      }
    }
  }

  /// Sets a start or an end of work to the latest day of its dependencies.
  private static void takeLatest(DateSlot slot) {
    List<Origin> origins = new ArrayList<>();
    DateSlot best = null;
    for (DateSlot dependency : slot.dependencies) {
      if (dependency.status == DateSlot.Status.FAILED) {
        slot.status = DateSlot.Status.FAILED;
        return;
      }
      if (dependency.status == DateSlot.Status.VALUE) {
        best = best == null || dependency.day > best.day ? dependency : best;
        origins.add(Objects.requireNonNull(dependency.origin));
      }
    }
    if (best == null) {
      slot.status = DateSlot.Status.ABSENT;
      return;
    }
    slot.resolveTo(best.day);
    slot.decidedBy = best.decidedBy == null ? best : best.decidedBy;
    slot.origin =
        origins.size() == 1
            ? origins.get(0)
            : new Origin(Layer.REFERENCE, origins.get(0).span(), origins);
  }

  private void evaluate(DateSlot slot) {
    ParsedDate parsed = Objects.requireNonNull(slot.parsed);
    DateEvaluator evaluator = new DateEvaluator(context, slot, parsed, findings);
    int day = evaluator.evaluate(Objects.requireNonNull(parsed.spec()));
    if (day == EpochDays.NONE) {
      slot.status = slot.status == DateSlot.Status.OPEN ? DateSlot.Status.FAILED : slot.status;
      return;
    }
    slot.resolveTo(day);
    slot.origin = slot.requireText().origin().withInputs(evaluator.origins());
    if (slot.kind == DateSlot.SlotKind.DUE || slot.kind == DateSlot.SlotKind.APPROVER_DUE) {
      if (context.start.status == DateSlot.Status.VALUE && day < context.start.day) {
        findings.outsideSchedule(slot, context.start);
      } else if (context.end.status == DateSlot.Status.VALUE && day > context.end.day) {
        findings.outsideSchedule(slot, context.end);
      }
    }
  }

  /// Reports the slots from `first` to the top of the stack as a cycle.
  private void reportCycle(DateSlot first) {
    List<DateSlot> path = new ArrayList<>();
    for (DateSlot slot : stack) {
      path.add(slot);
      if (slot == first) {
        break;
      }
    }
    Collections.reverse(path);
    boolean alreadyReported = true;
    for (DateSlot slot : path) {
      alreadyReported &= slot.inCycle;
      slot.inCycle = true;
    }
    if (!alreadyReported) {
      findings.cycle(path);
    }
  }
}
