package dev.procc.base.finding;

import dev.procc.base.source.Span;
import org.jspecify.annotations.Nullable;

/// One replacement of a text; an empty span inserts.
public record TextEdit(Span span, String replacement) {
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
