package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A law about resolved dates. Each one stands alone and looks at nothing but the resolution.
public interface DateCheck {
  Code code();

  /// Reports what breaks the law, in tree order.
  void check(DateResolution resolution, Consumer<Finding> findings);

  /// Those that need nothing else, in the order of their codes.
  static List<DateCheck> all() {
    return List.of(
        new DueDateOnDayOff(),
        new DueBeforePredecessor(),
        new ApprovalBeforeDueDate(),
        new DueAfterParent(),
        new StartOnDayOff(),
        new ServerMayMoveDates());
  }

  /// The law that due dates lie after a day; only for a run that was told one.
  static DateCheck dueAfter(LocalDate asOf) {
    return new DueDatePassed(asOf);
  }

  /// A finding about one date.
  static Finding finding(Code code, ResolvedDate date, String message) {
    return Finding.of(code, date.span(), message).withAddress(date.field().toString());
  }

  /// With the offer of another text, where the text can be replaced.
  static Finding withEdit(Finding finding, String title, @Nullable TextEdit edit) {
    return edit == null ? finding : finding.withFix(Fix.unsafe(title, edit));
  }
}
