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
  /// The description, `period 2024-Q4 ends`, `WD3 = 3rd business day after the period`.
  String description();

  /// The date after the step.
  LocalDate date();

  /// The date from which counting starts: a typed date, a named one, or that of another field.
  ///
  /// @param field the field with that date; null if it is not from a field
  record StartStep(
      String description, LocalDate date, @Nullable Origin origin, @Nullable FieldRef field)
      implements DerivationStep {}

  /// A count of business days.
  ///
  /// @param from where counting starts; it does not count itself
  /// @param days each day that was passed, the result last; empty if the result is `from`
  record CountStep(String description, LocalDate from, LocalDate date, List<DayLine> days)
      implements DerivationStep {
    public CountStep {
      days = List.copyOf(days);
    }
  }

  /// A move by calendar days, weeks, months, quarters or years.
  record MoveStep(String description, LocalDate from, LocalDate date) implements DerivationStep {}

  /// A choice of one of several dates.
  ///
  /// @param chosen the index of the chosen candidate
  record ChoiceStep(String description, List<Candidate> candidates, int chosen, LocalDate date)
      implements DerivationStep {
    public ChoiceStep {
      candidates = List.copyOf(candidates);
    }
  }

  /// The roll at the end: the date was on a closed day and was moved.
  record RollStep(String description, LocalDate from, LocalDate date, List<DayLine> days)
      implements DerivationStep {
    public RollStep {
      days = List.copyOf(days);
    }
  }

  /// A candidate of a choice.
  ///
  /// @param description its expression
  record Candidate(String description, LocalDate date, List<DerivationStep> steps) {
    public Candidate {
      steps = List.copyOf(steps);
    }
  }

  /// A day that counting passed.
  ///
  /// @param number n for the n-th business day of this step; 0 for a closed day
  /// @param reason why it is a working day or closed
  /// @param source the line of the calendar that decides it; null if there is none
  record DayLine(LocalDate date, int number, DayReason reason, @Nullable Span source) {
    /// Whether the day was skipped.
    public boolean isSkipped() {
      return number == 0;
    }
  }
}
