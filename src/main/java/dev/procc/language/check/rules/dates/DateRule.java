package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Origin;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A rule that only concerns the resolved dates of a process.
abstract class DateRule extends ProcessRule {
  private static final int MAX_TEXTS = 1_000;

  DateRule(Code code) {
    super(code);
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    check(process.resolved().dates(), findings);
  }

  /// Reports the dates that break the rule, in tree order.
  abstract void check(DateResolution resolution, Findings findings);

  /// A finding about one date.
  static Finding finding(Code code, ResolvedDate date, String message) {
    return Finding.of(code, date.span(), message).withAddress(date.field().toString());
  }

  /// Whether a date depends on another, so that the other cannot count from it; of very many texts
  /// only the first are looked at.
  static boolean restsOn(ResolvedDate date, ResolvedDate other) {
    Deque<Origin> open = new ArrayDeque<>();
    Set<Origin> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    open.add(date.origin());
    boolean sameLine = date.span().equals(other.span());
    while (!sameLine && !open.isEmpty() && seen.size() < MAX_TEXTS) {
      Origin next = open.removeLast();
      if (next.span().equals(other.span())) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(next.inputs());
      }
    }
    return false;
  }

  /// The text of the business day after a day: a day in place of a typed one where the process has
  /// no calendar by which to count, otherwise the given expression.
  static String nextDay(ResolvedDate date, LocalDate day, String expression) {
    LocalDate next = date.calendar().days().add(day, 1);
    boolean isTyped = date.calendar().isBuiltIn() && date.isTyped();
    return isTyped && next != null ? next.toString() : expression;
  }

  /// The finding with an unsafe fix.
  ///
  /// @param edit null if the text cannot be replaced, so that there is no fix
  static Finding withEdit(Finding finding, String title, @Nullable TextEdit edit) {
    return edit == null ? finding : finding.withFix(Fix.unsafe(title, edit));
  }
}
