package dev.procc.language.sweep;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Suppressed;
import dev.procc.model.duedate.ResolvedDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found in many periods.
///
/// @param asked how many processes in how many periods were looked at: 2 processes in 48 periods
///   are 96
/// @param checked how many of them were checked; the others are told in `notes`
/// @param findings each cause once, in reading order
/// @param notes what was not checked, and why
/// @param suppressed findings in these periods that the project accepts
public record Sweep(
    int asked,
    int checked,
    List<Finding> findings,
    List<Diagnostic> notes,
    List<Suppressed> suppressed) {
  public Sweep {
    suppressed = List.copyOf(suppressed);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /// One cause.
  ///
  /// @param diagnostic as in the first period in which it shows, with the others in its hint
  /// @param periods the keys of the periods in which it shows, in their order
  /// @param date the date at fault in the first of them; absent where it is about no date
  public record Finding(Diagnostic diagnostic, List<String> periods, @Nullable ResolvedDate date) {
    public Finding {
      periods = List.copyOf(periods);
    }
  }
}
