package dev.procc.base.finding;

import dev.procc.base.source.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a finding says and of which text: equal for findings that differ only in their address,
/// labels and way out.
public record FindingKey(String code, String message, @Nullable Span span) {
  // Written out, as in Fix: what a record has by itself is linked at run time.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FindingKey that
        && code.equals(that.code)
        && message.equals(that.message)
        && Objects.equals(span, that.span);
  }

  @Override
  public int hashCode() {
    return 31 * message.hashCode() + (span == null ? 0 : span.hashCode());
  }
}
