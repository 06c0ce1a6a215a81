package dev.procc.language.check.rules.style;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Origin;
import dev.procc.base.text.ActiveText;
import dev.procc.base.text.HiddenText;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;

/// A hidden character in a text: it changes the direction of writing, has no width, or controls a
/// terminal.
public final class HiddenCharacter extends ProcessRule {
  public HiddenCharacter() {
    super(Code.warning("PC609", "hidden-character"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (VisibleText text : VisibleText.all(process)) {
      int hidden = hidden(text.text());
      if (hidden >= 0) {
        Origin origin = text.origin();
        findings.add(
            Finding.of(
                    code(),
                    origin == null ? null : origin.span(),
                    HiddenText.describe(hidden)
                        + " stands in the "
                        + text.fieldName()
                        + ", where nobody sees it")
                .withHint("type the text anew, it often comes from a copied one")
                .withAddress(text.address()));
      }
    }
  }

  /// The offset of the first hidden character; -1 if there is none.
  private static int hidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f || c == '\n' || c == '\t') {
        continue;
      }
      int point = text.codePointAt(i);
      if (isHidden(point)) {
        return point;
      }
      i += Character.charCount(point) - 1;
    }
    return -1;
  }

  /// Whether a character counts as hidden; joiners do not, since some scripts and emoji need them.
  private static boolean isHidden(int point) {
    boolean joiner = point == 0x200c || point == 0x200d;
    return point == 0xa0
        || ActiveText.isActive(point)
        || (!joiner && Character.getType(point) == Character.FORMAT);
  }
}
