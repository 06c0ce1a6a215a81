package dev.procc.language.check.rules.tree;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import java.util.function.Consumer;

/// A setting for certifications, in a process without any.
public final class SettingWithoutCertification implements ProcessRule {
  private static final Code CODE = Code.info("PC409", "setting-without-certification");
  private static final Field[] REMINDERS = {
    Fields.PROCESS_DEFAULT_CERT_SIGNER_REMINDERS, Fields.PROCESS_DEFAULT_CERT_APPROVER_REMINDERS
  };

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    if (!subject.sound()) {
      return;
    }
    if (ProcessFields.isTrue(subject, Fields.PROCESS_CERT_AUTO_APPROVE)) {
      one(subject, Fields.PROCESS_CERT_AUTO_APPROVE, "set it to false", report);
    }
    for (Field field : REMINDERS) {
      if (subject.resolved().process().get(field) != null) {
        one(subject, field, "remove it", report);
      }
    }
  }

  private static void one(Subject subject, Field field, String cure, Consumer<Diagnostic> report) {
    if (Certifications.count(subject) == 0) {
      report.accept(
          Diagnostic.of(
                  CODE,
                  ProcessFields.span(subject, field),
                  "\"" + field.name() + "\" is for certifications, and this process has none")
              .withHint(cure + ", or add the certification that is missing")
              .withAddress(subject.identity() + ":" + field.name()));
    }
  }
}
