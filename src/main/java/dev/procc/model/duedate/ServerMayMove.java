package dev.procc.model.duedate;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.source.Span;
import java.util.function.Consumer;

/// PC220: with `relativeDates: true` the server may move due dates. A warning where typed dates
/// stand among computed ones: then not even their own text says where they end up.
final class ServerMayMove implements DateCheck {
  @Override
  public Code code() {
    return DateCodes.SERVER_MAY_MOVE;
  }

  @Override
  public void check(Resolution resolution, Consumer<Diagnostic> found) {
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
      computed |= !date.typed();
      typed = typed == null && date.typed() ? date : typed;
    }
    boolean mixed = typed != null && computed;
    Diagnostic about =
        Diagnostic.of(
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
              .withLabel(typed.span(), "typed: " + DayText.of(typed.date()));
    }
    Span span = flag.span();
    if (span != null && span.text().equals("true")) {
      about = about.withFix(Fix.unsafe("set relativeDates to false", new Edit(span, "false")));
    }
    found.accept(
        about
            .withHint("set it to false to keep every date as it is written")
            .withAddress(resolution.tree().address() + ":relativeDates"));
  }
}
