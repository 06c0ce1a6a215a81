package dev.procc.model.duedate;

import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.DayReason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A step of a derivation.
public sealed interface DerivationStep {
  /// What the step is, `period 2024-Q4 ends`, `WD3 = 3rd business day after the period`.
  String description();

  /// The date after the step.
  LocalDate date();

  /// The start of the counting: a typed date, a named one, or another field's.
  ///
  /// @param field the field whose date it is; null if it is none
  record StartStep(
      String description, LocalDate date, @Nullable Origin origin, @Nullable FieldRef field)
      implements DerivationStep {}

  /// Business days counted.
  ///
  /// @param from where it began, not counted itself
  /// @param days each day that was counted, the result last; empty if the result is where it began
  record CountStep(String description, LocalDate from, LocalDate date, List<DayLine> days)
      implements DerivationStep {
    public CountStep {
      days = List.copyOf(days);
    }
  }

  /// Calendar days, weeks, months, quarters or years.
  record MoveStep(String description, LocalDate from, LocalDate date) implements DerivationStep {}

  /// The choice of one of several dates.
  ///
  /// @param chosen the candidate taken, from 0
  record ChoiceStep(String description, List<Candidate> candidates, int chosen, LocalDate date)
      implements DerivationStep {
    public ChoiceStep {
      candidates = List.copyOf(candidates);
    }
  }

  /// The roll at the end: the date was on a day off and was moved.
  record RollStep(String description, LocalDate from, LocalDate date, List<DayLine> days)
      implements DerivationStep {
    public RollStep {
      days = List.copyOf(days);
    }
  }

  /// A date that could have been chosen.
  ///
  /// @param description its expression
  record Candidate(String description, LocalDate date, List<DerivationStep> steps) {
    public Candidate {
      steps = List.copyOf(steps);
    }
  }

  /// A day that was counted.
  ///
  /// @param number what it counts as: the n-th business day of this step; 0 when it is off
  /// @param reason why it is open or off
  /// @param source the line of the calendar that says so, where a text does
  record DayLine(LocalDate date, int number, DayReason reason, @Nullable Span source) {
    /// Whether the day was skipped.
    public boolean isSkipped() {
      return number == 0;
    }
  }
}
