package dev.procc.language.check.rules.style;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Origin;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A text that somebody meant to write later.
public final class PlaceholderText implements ProcessRule {
  private static final Code CODE = Code.warning("PC605", "placeholder-text");
  private static final String[] WORDS = {"TODO", "TBD", "FIXME", "XXX"};

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    Shown.each(
        subject,
        (node, field, text) -> {
          String word = placeholder(text);
          if (word != null) {
            Origin origin = Shown.origin(subject, node, field);
            report.accept(
                Diagnostic.of(
                        CODE,
                        origin == null ? null : origin.span(),
                        "\"" + word + "\" in the " + field + " goes out to people as it is")
                    .withHint("write what was meant")
                    .withAddress(Shown.address(subject, node, field)));
          }
        });
  }

  private static @Nullable String placeholder(String text) {
    if (text.indexOf('T') < 0 && text.indexOf('X') < 0) {
      return text.indexOf("???") >= 0 ? "???" : null;
    }
    for (String word : WORDS) {
      if (Shown.word(text, word, 0) >= 0) {
        return word;
      }
    }
    return text.indexOf("???") >= 0 ? "???" : null;
  }
}
