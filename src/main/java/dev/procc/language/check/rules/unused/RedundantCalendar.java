package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.edit.RemovalEdits;
import dev.procc.language.yaml.node.Scalar;

/// A calendar on a node that counts by it anyway.
public final class RedundantCalendar extends ProcessRule {
  public RedundantCalendar() {
    super(Code.info("PC606", "redundant-calendar"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (InheritedValues inherited : InheritedValues.all(process)) {
      Scalar own = inherited.node().calendar();
      Scalar calendar = inherited.calendar();
      if (own != null && calendar != null && own.value().equals(calendar.value())) {
        findings.add(finding(own, calendar, inherited.address()));
      }
    }
  }

  private Finding finding(Scalar own, Scalar calendar, String address) {
    Finding finding =
        Finding.of(
                code(),
                own.span(),
                "\"" + own.value() + "\" is the calendar that counts here anyway")
            .withLabel(calendar.span(), "it comes from here")
            .withHint("remove it, so that a change of the calendar reaches the node")
            .withAddress(address);
    TextEdit removal = RemovalEdits.field("calendar", own.span());
    return removal == null ? finding : finding.withFix(Fix.safe("remove it", removal));
  }
}
