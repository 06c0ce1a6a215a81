package dev.procc.language.check.rules.style;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Origin;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.rules.Written;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.language.yaml.Scalar;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A title or name with blanks at its ends, or two in a row.
public final class RaggedText implements ProcessRule {
  private static final Code CODE = Code.info("PC601", "ragged-text");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    Shown.each(
        subject,
        (node, field, text) -> {
          if (!field.equals("instructions") && ragged(text) && !text.isBlank()) {
            report.accept(found(subject, node, field, text));
          }
        });
  }

  private static boolean ragged(String text) {
    int last = text.length() - 1;
    if (last < 0) {
      return false;
    }
    return blank(text.charAt(0))
        || blank(text.charAt(last))
        || text.indexOf("  ") >= 0
        || text.indexOf('\t') >= 0;
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\u00a0';
  }

  private static Diagnostic found(
      Subject subject, @Nullable NodeInfo node, String field, String text) {
    Origin origin = Shown.origin(subject, node, field);
    Diagnostic found =
        Diagnostic.of(
                CODE,
                origin == null ? null : origin.span(),
                "\"" + text + "\" has blanks at its ends, or two in a row")
            .withHint("one blank between words, none at the ends")
            .withAddress(Shown.address(subject, node, field));
    Scalar written = Shown.scalar(subject, node, field);
    return written != null && Written.literal(written) && text.indexOf('\n') < 0
        ? found.withFix(Fix.safe("remove the blanks", Written.rewrite(written, squeezed(text))))
        : found;
  }

  private static String squeezed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean blank = blank(text.charAt(i));
      if (!blank) {
        out.append(text.charAt(i));
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }
}
