package dev.procc.app.project;

import dev.procc.app.Failure;
import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.base.source.Span;
import dev.procc.language.check.suppression.SuppressionCodes;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.periodcheck.PeriodCheckResult;
import dev.procc.language.periodcheck.PeriodChecker;
import dev.procc.language.project.Project;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.calendar.Periods;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `procc lint --periods 2025-Q1..2036-Q4`: the findings in periods that are not open yet.
public final class PeriodLint {
  private static final int MAX_PERIODS = 600;

  private final PeriodCheckResult result;
  private final List<String> keys;

  private PeriodLint(PeriodCheckResult sweep, List<String> keys) {
    this.result = sweep;
    this.keys = keys;
  }

  /// @param given `2025-Q1..2036-Q4`, or a single period
  public static PeriodLint of(ProjectSession session, Compilation compilation, String given)
      throws Failure {
    List<String> keys = periodKeys(given, fiscalRule(compilation));
    Project project = compilation.project();
    Set<String> processes = new LinkedHashSet<>();
    for (CompiledProcess process : compilation.processes()) {
      processes.add(process.resolved().decl().key().value());
    }
    for (String closed : compilation.skipped()) {
      int at = closed.indexOf('@');
      processes.add(at < 0 ? closed : closed.substring(0, at));
    }
    return new PeriodLint(
        PeriodChecker.check(project, processes, keys, session.options(null)), keys);
  }

  private static @Nullable FiscalRule fiscalRule(Compilation compilation) {
    for (CompiledProcess process : compilation.processes()) {
      return process.context().dateOptions().fiscal();
    }
    return null;
  }

  private static List<String> periodKeys(String given, @Nullable FiscalRule fiscal) throws Failure {
    int dots = given.indexOf("..");
    String first = periodKey(dots < 0 ? given : given.substring(0, dots), fiscal);
    String last = dots < 0 ? first : periodKey(given.substring(dots + 2), fiscal);
    List<String> keys = Periods.range(first, last, fiscal);
    if (keys.isEmpty()) {
      throw Failure.usage(
          Periods.range(last, first, fiscal).isEmpty()
              ? "\"" + first + "\" and \"" + last + "\" are no periods of one kind"
              : "\"" + last + "\" does not come after \"" + first + "\"",
          "write --periods 2025-Q1..2036-Q4");
    }
    if (keys.size() > MAX_PERIODS) {
      throw Failure.usage(
          "\""
              + given
              + "\" is "
              + keys.size()
              + " periods; at most "
              + MAX_PERIODS
              + " are checked",
          null);
    }
    return keys;
  }

  private static String periodKey(String word, @Nullable FiscalRule fiscal) throws Failure {
    Periods.PeriodLookup found = Periods.find(word.toUpperCase(Locale.ROOT), fiscal);
    String problem = found.problem();
    if (problem != null) {
      throw Failure.usage(problem, "write --periods 2025-Q1..2036-Q4, or " + Periods.FORMS);
    }
    String canonical = Periods.canonical(word);
    return canonical == null ? word : canonical;
  }

  /// The findings of lint and of the periods, with what was not checked. A finding of lint in a
  /// period that is already open is not repeated.
  public List<Finding> addTo(List<Finding> found) {
    List<Finding> all = new ArrayList<>(found);
    for (PeriodCheckResult.PeriodFinding finding : result.findings()) {
      Finding diagnostic = finding.finding();
      all.removeIf(other -> isSameButForHint(other, diagnostic));
      all.add(diagnostic);
    }
    all.removeIf(this::isUsedInPeriods);
    all.addAll(result.notes());
    return all;
  }

  /// Whether the finding is about an unused suppression that one of these periods needs.
  private boolean isUsedInPeriods(Finding found) {
    Span at = found.span();
    if (at == null || !found.code().equals(SuppressionCodes.UNUSED_ALLOW)) {
      return false;
    }
    for (SuppressedFinding each : result.suppressed()) {
      Span by = each.span();
      Code code = each.finding().code();
      boolean inside =
          by.file().path().equals(at.file().path())
              && by.start() <= at.start()
              && at.end() <= by.end();
      boolean whole = by.start() == at.start() && by.end() == at.end();
      if (inside && (whole || at.text().equals(code.id()) || at.text().equals(code.name()))) {
        return true;
      }
    }
    return false;
  }

  /// Whether two findings are the same apart from the other periods in the hint.
  private static boolean isSameButForHint(Finding one, Finding other) {
    return one.code().equals(other.code())
        && one.message().equals(other.message())
        && String.valueOf(one.address()).equals(String.valueOf(other.address()))
        && String.valueOf(one.span()).equals(String.valueOf(other.span()));
  }

  /// The result of the check.
  public PeriodCheckResult result() {
    return result;
  }

  /// The keys of the requested periods, in order.
  public List<String> keys() {
    return keys;
  }
}
