package dev.procc.language.check.rules.preview;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.catalog.Fields;
import java.util.function.Consumer;

/// `calendars` takes ids of calendars in Workiva; a key of this project is for `calendar`.
public final class CalendarKeyAsId implements ProcessRule {
  private static final Code CODE = Code.warning("PC510", "calendar-key-as-id");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    Node ids = subject.resolved().decl().fields().get(Fields.PROCESS_CALENDARS);
    if (!(ids instanceof Sequence list)) {
      return;
    }
    for (Node item : list.items()) {
      if (item instanceof Scalar id && subject.around().calendars().decl(id.value()) != null) {
        report.accept(
            Diagnostic.of(
                    CODE,
                    id.span(),
                    "\""
                        + id.value()
                        + "\" is a calendar of this project, calendars takes ids of Workiva")
                .withHint("write calendar: " + id.value())
                .withAddress(subject.identity() + ":calendars"));
      }
    }
  }
}
