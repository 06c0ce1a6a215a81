package dev.procc.live.plan.safety;

import dev.procc.base.text.Plural;
import dev.procc.live.plan.compare.ScheduleFields;
import dev.procc.live.plan.input.SafetyLimits;
import dev.procc.live.planfile.PlanLimits;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The limits on the amount of changes, checked when a plan is made and again when it is applied.
public final class Thresholds {
  private static final int MIN_NODES_FOR_PERCENT = 10;

  private Thresholds() {}

  /// A count over the processes of a plan.
  private enum Count {
    CREATE("create", "created", ProcessPlan::creates, PlanLimits::maxCreate),
    REPLACE("replace", "replaced", ProcessPlan::replaces, PlanLimits::maxReplace),
    TRASH("trash", "trashed", ProcessPlan::trashes, PlanLimits::maxTrash);

    private final String flag;
    private final String done;
    private final Predicate<ProcessPlan> counts;
    private final Function<PlanLimits, @Nullable Integer> limit;

    Count(
        String verb,
        String done,
        Predicate<ProcessPlan> counts,
        Function<PlanLimits, @Nullable Integer> limit) {
      this.flag = "--max-" + verb + " ";
      this.done = done;
      this.counts = counts;
      this.limit = limit;
    }

    /// @param of ` of close` if only the processes of one key are counted; otherwise empty
    private Optional<PlanRefusal> refusal(List<ProcessPlan> processes, String of, int most) {
      long count = processes.stream().filter(counts).count();
      String message =
          Plural.of(count, "process")
              + of
              + (count == 1 ? " is " : " are ")
              + done
              + ", and the limit is "
              + most;
      return count <= most
          ? Optional.empty()
          : Optional.of(PlanRefusal.of(SafetyRule.THRESHOLD, message, flag + count));
    }
  }

  /// The refusals of more processes than the limits allow, for the target and for each key.
  public static List<PlanRefusal> ofCounts(List<ProcessPlan> processes, SafetyLimits limits) {
    List<PlanRefusal> refusals = new ArrayList<>();
    for (Count count : Count.values()) {
      Integer ofTarget = count.limit.apply(limits.ofTarget());
      if (ofTarget != null) {
        count.refusal(processes, "", ofTarget).ifPresent(refusals::add);
      }
    }
    limits
        .ofProcesses()
        .forEach((key, own) -> {
          List<ProcessPlan> ofKey =
              processes.stream().filter(p -> p.process().key().equals(key)).toList();
          for (Count count : Count.values()) {
            Integer most = count.limit.apply(own);
            // A limit equal to that of the target is the target's, for which all processes count.
            if (most != null && !Objects.equals(most, count.limit.apply(limits.ofTarget()))) {
              count.refusal(ofKey, " of " + key, most).ifPresent(refusals::add);
            }
          }
        });
    return refusals;
  }

  /// Whether a refusal counts a process.
  public static boolean isCounted(PlanRefusal refusal, ProcessPlan process) {
    String flag = String.valueOf(refusal.flag());
    for (Count count : Count.values()) {
      if (flag.startsWith(count.flag) && count.counts.test(process)) {
        return true;
      }
    }
    return false;
  }

  /// The refusal of a date that moves too far.
  public static Optional<PlanRefusal> ofDateShift(List<FieldChange> changes, PlanLimits limits) {
    Integer limit = limits.maxDateShiftDays();
    long farthest = 0;
    String where = "";
    for (FieldChange change : limit == null ? List.<FieldChange>of() : changes) {
      LocalDate before = ScheduleFields.parseDate(change.before());
      LocalDate after = ScheduleFields.parseDate(change.after());
      if (change.isEffective() && before != null && after != null) {
        long days = Math.abs(ChronoUnit.DAYS.between(before, after));
        if (days > farthest) {
          farthest = days;
          where = change.address() + ":" + change.field();
        }
      }
    }
    return limit == null || farthest <= limit
        ? Optional.empty()
        : Optional.of(
            PlanRefusal.of(
                SafetyRule.THRESHOLD,
                where + " moves by " + Plural.of(farthest, "day") + ", and the limit is " + limit,
                "--max-date-shift-days " + farthest));
  }

  /// The refusal of too many renames in one process.
  ///
  /// @param nodes the number of its nodes, including the root group
  public static Optional<PlanRefusal> ofRenames(
      List<FieldChange> changes, int nodes, PlanLimits limits) {
    Integer percent = limits.maxRenamesPercent();
    long renames = changes.stream().filter(c -> c.reason() == ChangeReason.RENAME).count();
    return percent == null
            || nodes < MIN_NODES_FOR_PERCENT
            || renames * 100 <= (long) percent * nodes
        ? Optional.empty()
        : Optional.of(
            PlanRefusal.of(
                SafetyRule.THRESHOLD,
                renames
                    + " of "
                    + nodes
                    + " names change, and the limit is "
                    + percent
                    + " percent",
                "--max-renames-percent " + (renames * 100 + nodes - 1) / nodes));
  }
}
