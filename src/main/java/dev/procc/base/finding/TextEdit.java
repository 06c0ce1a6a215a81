package dev.procc.base.finding;

import dev.procc.base.source.Span;
import dev.procc.base.text.TextLines;
import org.jspecify.annotations.Nullable;

/// One replacement of a text; an empty span inserts. Lines of the replacement end as the first line
/// of the file does.
public record TextEdit(Span span, String replacement) {
  public TextEdit {
    if (replacement.indexOf('\n') >= 0 && replacement.indexOf('\r') < 0) {
      String lineBreak = TextLines.lineBreak(span.file().text());
      if (!lineBreak.equals("\n")) {
        replacement = replacement.replace("\n", lineBreak);
      }
    }
  }

  // Written out as in Fix: the one of a record is linked at run time.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextEdit that
        && span.equals(that.span)
        && replacement.equals(that.replacement);
  }

  @Override
  public int hashCode() {
    return 31 * span.hashCode() + replacement.hashCode();
  }
}
