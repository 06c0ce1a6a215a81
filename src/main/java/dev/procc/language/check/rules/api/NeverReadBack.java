package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;

/// A write-only switch of the preview: since the API never returns it, a change in Workiva goes
/// unnoticed.
public final class NeverReadBack extends ProcessRule {
  private static final FieldSpec[] SWITCHES = {
    Fields.PROCESS_IPM_BETA_ENABLED, Fields.PROCESS_IWM_OPT_OUT
  };

  public NeverReadBack() {
    super(Code.info("PC514", "never-read-back"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (FieldSpec field : SWITCHES) {
      if (process.resolved().process().get(field) != null) {
        findings.add(
            Finding.of(
                    code(),
                    ProcessFields.span(process, field),
                    "\""
                        + field.name()
                        + "\" can be set and is never read back, a change of it in Workiva is not"
                        + " seen")
                .withHint("leave it out unless Workiva asked for it")
                .withAddress(process.identity() + ":" + field.name()));
      }
    }
  }
}
