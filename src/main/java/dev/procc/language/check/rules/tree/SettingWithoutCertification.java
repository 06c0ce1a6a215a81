package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;

/// A setting for certifications in a process without any.
public final class SettingWithoutCertification extends ProcessRule {
  private static final FieldSpec[] REMINDER_FIELDS = {
    Fields.PROCESS_DEFAULT_CERT_SIGNER_REMINDERS, Fields.PROCESS_DEFAULT_CERT_APPROVER_REMINDERS
  };

  public SettingWithoutCertification() {
    super(Code.info("PC409", "setting-without-certification"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    if (process.resolved().decl().root().isIncomplete()) {
      return;
    }
    if (ProcessFields.isTrue(process, Fields.PROCESS_CERT_AUTO_APPROVE)) {
      report(process, Fields.PROCESS_CERT_AUTO_APPROVE, "set it to false", findings);
    }
    for (FieldSpec field : REMINDER_FIELDS) {
      if (process.resolved().process().get(field) != null) {
        report(process, field, "remove it", findings);
      }
    }
  }

  private void report(ProcessContext process, FieldSpec field, String remedy, Findings findings) {
    if (CertificationCount.count(process) == 0) {
      findings.add(
          Finding.of(
                  code(),
                  ProcessFields.span(process, field),
                  "\"" + field.name() + "\" is for certifications, and this process has none")
              .withHint(remedy + ", or add the certification that is missing")
              .withAddress(process.identity() + ":" + field.name()));
    }
  }
}
