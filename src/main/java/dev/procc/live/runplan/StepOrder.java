package dev.procc.live.runplan;

import dev.procc.live.plan.compare.ScheduleFields;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStep.FieldEdit;
import dev.procc.live.planfile.run.ManualStepKind;
import dev.procc.model.catalog.FieldRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// The order of manual steps by their days, in which nothing is due after its group meanwhile: the
/// process or a group that moves later has the day of the first step in it and comes before it, the
/// outer ones first; one that moves earlier comes last on its day. A new group stays before its
/// tasks.
final class StepOrder {
  private static final String LAST = "9999-99-99";

  private StepOrder() {}

  /// The steps in their order, numbered from 1.
  static List<ManualStep> sorted(List<ManualStep> steps) {
    List<ManualStep> sorted = new ArrayList<>();
    steps.forEach(step -> sorted.add(phase(step) < 0 ? withFirstDay(step, steps) : step));
    sorted.sort(
        Comparator.comparing(StepOrder::day)
            .thenComparingInt(StepOrder::phase)
            .thenComparingInt(step -> phase(step) * depth(step)));
    List<ManualStep> numbered = new ArrayList<>();
    sorted.forEach(step -> numbered.add(step.withNumber(numbered.size() + 1)));
    return numbered;
  }

  private static String day(ManualStep step) {
    return Objects.requireNonNullElse(step.target().dueBy(), LAST);
  }

  /// A step with the first day of those in its group.
  private static ManualStep withFirstDay(ManualStep step, List<ManualStep> steps) {
    ManualStep first = step;
    for (ManualStep other : steps) {
      boolean isInside = other.address().startsWith(step.address() + "/");
      first = isInside && day(other).compareTo(day(first)) < 0 ? other : first;
    }
    return step.withDueBy(first.target().dueBy());
  }

  /// -1 for a group or process whose due date moves later, 1 for one whose date moves earlier or is
  /// new, 0 for any other step.
  private static int phase(ManualStep step) {
    boolean whole =
        step.kind() == ManualStepKind.EDIT_GROUP || step.kind() == ManualStepKind.EDIT_PROCESS;
    for (FieldEdit edit : whole ? step.edits() : List.<FieldEdit>of()) {
      if (FieldRole.of(edit.field()) == FieldRole.DUE_DATE) {
        LocalDate before = ScheduleFields.parseDate(edit.before());
        LocalDate after = ScheduleFields.parseDate(edit.after());
        return after == null || before != null && after.isAfter(before) ? -1 : 1;
      }
    }
    return 0;
  }

  /// The number of groups around the target; inner groups that move earlier come first.
  private static int depth(ManualStep step) {
    return -(int) step.address().chars().filter(c -> c == '/').count();
  }
}
