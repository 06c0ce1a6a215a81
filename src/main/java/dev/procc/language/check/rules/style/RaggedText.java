package dev.procc.language.check.rules.style;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.source.Origin;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.rules.Blanks;
import dev.procc.language.check.rules.WrittenScalars;
import dev.procc.language.yaml.node.Scalar;

/// A title or name with blanks at an end, or two in a row.
public final class RaggedText extends ProcessRule {
  public RaggedText() {
    super(Code.info("PC601", "ragged-text"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (VisibleText text : VisibleText.all(process)) {
      if (text.role().isName() && isRagged(text.text()) && !Blanks.looksBlank(text.text())) {
        findings.add(finding(text));
      }
    }
  }

  private static boolean isRagged(String text) {
    return !Blanks.collapsed(text).equals(text);
  }

  private Finding finding(VisibleText visible) {
    String text = visible.text();
    Origin origin = visible.origin();
    Finding finding =
        Finding.of(
                code(),
                origin == null ? null : origin.span(),
                "\"" + text.replace("\n", "\\n") + "\" has blanks at its ends, or two in a row")
            .withHint("one blank between words, none at the ends")
            .withAddress(visible.address());
    Scalar written = visible.writtenScalar();
    return written != null && WrittenScalars.isLiteral(written) && text.indexOf('\n') < 0
        ? finding.withFix(
            Fix.safe("remove the blanks", WrittenScalars.rewrite(written, Blanks.collapsed(text))))
        : finding;
  }
}
