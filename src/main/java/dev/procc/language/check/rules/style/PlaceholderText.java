package dev.procc.language.check.rules.style;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Origin;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.rules.TypedWords;
import org.jspecify.annotations.Nullable;

/// A text with `TODO` or similar, which was to be replaced later.
public final class PlaceholderText extends ProcessRule {
  private static final String[] WORDS = {"TODO", "TBD", "FIXME", "XXX"};

  public PlaceholderText() {
    super(Code.warning("PC605", "placeholder-text"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (VisibleText text : VisibleText.all(process)) {
      String word = findPlaceholder(text.text());
      if (word != null) {
        Origin origin = text.origin();
        Origin typed = origin == null ? null : TypedWords.place(origin, word);
        Origin place = typed == null ? origin : typed;
        findings.add(
            Finding.of(
                    code(),
                    place == null ? null : place.span(),
                    "\"" + word + "\" in the " + text.fieldName() + " goes out to people as it is")
                .withHint("write what was meant")
                .withAddress(text.address()));
      }
    }
  }

  private static @Nullable String findPlaceholder(String text) {
    if (text.indexOf('T') < 0 && text.indexOf('X') < 0) {
      return text.indexOf("???") >= 0 ? "???" : null;
    }
    for (String word : WORDS) {
      if (TypedWords.indexOf(text, word, 0) >= 0) {
        return word;
      }
    }
    return text.indexOf("???") >= 0 ? "???" : null;
  }
}
