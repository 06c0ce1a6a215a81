package dev.procc.language.check.rules.style;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Origin;
import dev.procc.base.text.ActiveText;
import dev.procc.base.text.HiddenText;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.rules.Blanks;

/// A hidden character in a text: it changes the direction of writing, has no width, or controls a
/// terminal.
public final class HiddenCharacter extends ProcessRule {
  private static final int FLAG = 0x1f3f4;
  private static final int CANCEL_TAG = 0xe007f;

  public HiddenCharacter() {
    super(Code.warning("PC609", "hidden-character"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (VisibleText text : VisibleText.all(process)) {
      int hidden = hidden(text.text());
      // A name of nothing else is blank, which another rule reports.
      if (hidden >= 0 && !(text.role().isName() && Blanks.looksBlank(text.text()))) {
        Origin origin = text.origin();
        findings.add(
            Finding.of(
                    code(),
                    origin == null ? null : origin.span(),
                    HiddenText.describe(hidden)
                        + " stands in the "
                        + text.fieldName()
                        + ", where nobody sees it")
                .withHint("type the text again, it often comes from a copied one")
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
      i = point == FLAG ? flagEnd(text, i) : i + Character.charCount(point) - 1;
    }
    return -1;
  }

  /// The last offset of a flag: the tags behind it say whose it is, such as that of England.
  private static int flagEnd(String text, int flag) {
    int at = flag + Character.charCount(FLAG);
    while (at < text.length() && text.codePointAt(at) >> 7 == CANCEL_TAG >> 7) {
      boolean last = text.codePointAt(at) == CANCEL_TAG;
      at += Character.charCount(CANCEL_TAG);
      if (last) {
        return at - 1;
      }
    }
    return flag + Character.charCount(FLAG) - 1;
  }

  /// Whether a character counts as hidden; joiners do not, since some scripts and emoji need them.
  private static boolean isHidden(int point) {
    boolean joiner = point == 0x200c || point == 0x200d;
    return point == 0xa0
        || ActiveText.isActive(point)
        || (!joiner && Character.getType(point) == Character.FORMAT);
  }
}
