package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.Fields;

/// A calendar key under `calendars`, which takes ids of calendars in Workiva; keys belong under
/// `calendar`.
public final class CalendarKeyAsId extends ProcessRule {
  public CalendarKeyAsId() {
    super(Code.warning("PC510", "calendar-key-as-id"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    YamlNode ids = process.resolved().decl().fields().get(Fields.PROCESS_CALENDARS);
    if (!(ids instanceof Sequence list)) {
      return;
    }
    for (YamlNode item : list.items()) {
      if (item instanceof Scalar id && process.context().calendars().decl(id.value()) != null) {
        findings.add(
            Finding.of(
                    code(),
                    id.span(),
                    "\""
                        + id.value()
                        + "\" is a calendar of this project, calendars takes ids of Workiva")
                .withHint("write calendar: " + id.value())
                .withAddress(process.identity() + ":calendars"));
      }
    }
  }
}
