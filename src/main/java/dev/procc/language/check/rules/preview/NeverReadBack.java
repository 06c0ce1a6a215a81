package dev.procc.language.check.rules.preview;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import java.util.function.Consumer;

/// A switch of the preview that can be set and is never shown again: nobody sees when it is changed
/// in Workiva.
public final class NeverReadBack implements ProcessRule {
  private static final Code CODE = Code.info("PC514", "never-read-back");
  private static final Field[] SWITCHES = {
    Fields.PROCESS_IPM_BETA_ENABLED, Fields.PROCESS_IWM_OPT_OUT
  };

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    for (Field field : SWITCHES) {
      if (subject.resolved().process().get(field) != null) {
        report.accept(
            Diagnostic.of(
                    CODE,
                    ProcessFields.span(subject, field),
                    "\""
                        + field.name()
                        + "\" can be set and is never read back, a change of it in Workiva is not"
                        + " seen")
                .withHint("leave it out unless Workiva asked for it")
                .withAddress(subject.identity() + ":" + field.name()));
      }
    }
  }
}
