package dev.procc.language.check.rules.dates;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.model.duedate.DateTree;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateCodes;

/// PC220: with `relativeDates: true`, the server may move due dates. A warning if there are typed
/// dates as well as computed ones: then not even their own text tells where they will be.
public final class ServerMayMoveDates extends DateRule {
  public ServerMayMoveDates() {
    super(DateCodes.SERVER_MAY_MOVE_DATES);
  }

  /// Reports nothing without a schedule, which another rule is about: then nothing moves.
  @Override
  public void check(ProcessContext process, Findings findings) {
    if (!process.hasNoSchedule()) {
      check(process.resolved().dates(), findings);
    }
  }

  @Override
  void check(DateResolution resolution, Findings findings) {
    DateTree.RelativeDates flag = resolution.tree().relativeDates();
    if (flag == null || !flag.value()) {
      return;
    }
    ResolvedDate typed = null;
    boolean computed = false;
    for (ResolvedDate date : resolution.dates()) {
      if (date.field().address().equals(resolution.tree().address())) {
        continue;
      }
      computed |= !date.isTyped();
      typed = typed == null && date.isTyped() ? date : typed;
    }
    boolean mixed = typed != null && computed;
    Finding about =
        Finding.of(
            code(),
            flag.span(),
            mixed
                ? "\"relativeDates: true\" lets the server move typed due dates like computed ones"
                : "\"relativeDates: true\" lets the server move due dates when the schedule"
                    + " changes");
    if (typed != null && mixed) {
      about =
          about
              .withSeverity(Severity.WARNING)
              .withLabel(typed.span(), "typed: " + DayText.format(typed.date()));
    }
    Span span = flag.span();
    if (span != null && span.text().equals("true")) {
      about = about.withFix(Fix.unsafe("set relativeDates to false", new TextEdit(span, "false")));
    }
    findings.add(
        about
            .withHint("set it to false to keep every date as it is written")
            .withAddress(resolution.tree().address() + ":relativeDates"));
  }
}
