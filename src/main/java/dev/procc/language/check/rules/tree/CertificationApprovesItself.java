package dev.procc.language.check.rules.tree;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.model.catalog.Fields;
import java.util.function.Consumer;

/// Certifications are approved automatically.
public final class CertificationApprovesItself implements ProcessRule {
  private static final Code CODE = Code.warning("PC408", "certification-approves-itself");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    if (!ProcessFields.isTrue(subject, Fields.PROCESS_CERT_AUTO_APPROVE)) {
      return;
    }
    int count = Certifications.count(subject);
    if (count == 0) {
      return;
    }
    Span span = ProcessFields.span(subject, Fields.PROCESS_CERT_AUTO_APPROVE);
    Diagnostic found =
        Diagnostic.of(
                CODE,
                span,
                "\"certAutoApprove: true\" approves "
                    + (count == 1 ? "the certification" : count + " certifications")
                    + " without anybody looking")
            .withHint("set it to false, so that somebody approves what was signed")
            .withAddress(subject.identity() + ":certAutoApprove");
    report.accept(
        span.text().equals("true")
            ? found.withFix(Fix.unsafe("set certAutoApprove to false", new Edit(span, "false")))
            : found);
  }
}
