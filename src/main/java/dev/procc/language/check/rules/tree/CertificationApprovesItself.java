package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.model.catalog.Fields;

/// The automatic approval of certifications.
public final class CertificationApprovesItself extends ProcessRule {
  public CertificationApprovesItself() {
    super(Code.warning("PC408", "certification-approves-itself"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    if (!ProcessFields.isTrue(process, Fields.PROCESS_CERT_AUTO_APPROVE)) {
      return;
    }
    int count = CertificationCount.count(process);
    if (count == 0) {
      return;
    }
    Span span = ProcessFields.span(process, Fields.PROCESS_CERT_AUTO_APPROVE);
    Finding finding =
        Finding.of(
                code(),
                span,
                "\"certAutoApprove: true\" approves "
                    + Plural.choose(count, "the certification", count + " certifications")
                    + " without anybody looking")
            .withHint("set it to false, so that somebody approves what was signed")
            .withAddress(process.identity() + ":certAutoApprove");
    findings.add(
        span.text().equals("true")
            ? finding.withFix(
                Fix.unsafe("set certAutoApprove to false", new TextEdit(span, "false")))
            : finding);
  }
}
