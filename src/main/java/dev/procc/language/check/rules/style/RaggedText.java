package dev.procc.language.check.rules.style;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.source.Origin;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
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
      if (text.role().isName() && isRagged(text.text()) && !text.text().isBlank()) {
        findings.add(finding(text));
      }
    }
  }

  private static boolean isRagged(String text) {
    int last = text.length() - 1;
    if (last < 0) {
      return false;
    }
    return isBlank(text.charAt(0))
        || isBlank(text.charAt(last))
        || text.indexOf("  ") >= 0
        || text.indexOf('\t') >= 0;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\u00a0';
  }

  private Finding finding(VisibleText visible) {
    String text = visible.text();
    Origin origin = visible.origin();
    Finding finding =
        Finding.of(
                code(),
                origin == null ? null : origin.span(),
                "\"" + text + "\" has blanks at its ends, or two in a row")
            .withHint("one blank between words, none at the ends")
            .withAddress(visible.address());
    Scalar written = visible.writtenScalar();
    return written != null && WrittenScalars.isLiteral(written) && text.indexOf('\n') < 0
        ? finding.withFix(
            Fix.safe("remove the blanks", WrittenScalars.rewrite(written, collapseBlanks(text))))
        : finding;
  }

  private static String collapseBlanks(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean blank = isBlank(text.charAt(i));
      if (!blank) {
        out.append(text.charAt(i));
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }
}
