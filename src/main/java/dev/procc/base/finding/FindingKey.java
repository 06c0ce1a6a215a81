package dev.procc.base.finding;

import dev.procc.base.source.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The code, message and span of a finding: equal for findings that differ only in their address,
/// labels and hint.
public record FindingKey(String code, String message, @Nullable Span span) {
  // Written out as in Fix: the one of a record is linked at run time.
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
