package dev.procc.language.check.rules.leftovers;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.rules.Removal;
import dev.procc.language.yaml.Scalar;
import java.util.function.Consumer;

/// A node that names the calendar it counts by anyway.
public final class RedundantCalendar implements ProcessRule {
  private static final Code CODE = Code.info("PC606", "redundant-calendar");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    Repeats.each(
        subject,
        (node, address, defaults, calendar) -> {
          Scalar own = node.calendar();
          if (own != null && calendar != null && own.value().equals(calendar.value())) {
            report.accept(found(own, calendar, address));
          }
        });
  }

  private static Diagnostic found(Scalar own, Scalar calendar, String address) {
    Diagnostic found =
        Diagnostic.of(
                CODE, own.span(), "\"" + own.value() + "\" is the calendar that counts here anyway")
            .withLabel(calendar.span(), "it comes from here")
            .withHint("remove it, so that a change of the calendar reaches the node")
            .withAddress(address);
    Edit removal = Removal.field("calendar", own.span());
    return removal == null ? found : found.withFix(Fix.safe("remove it", removal));
  }
}
