package dev.procc.base.finding;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The result of a step: a value, if there is one, and findings.
///
/// A step never throws because of its input. A value may come with errors: then it is as much as
/// could be read.
///
/// @param value empty if the input gives none
public record Outcome<T>(Optional<T> value, List<Finding> findings) {
  public Outcome {
    findings = List.copyOf(findings);
  }

  public static <T> Outcome<T> of(T value) {
    return new Outcome<>(Optional.of(value), List.of());
  }

  public static <T> Outcome<T> of(@Nullable T value, List<Finding> findings) {
    return new Outcome<>(Optional.ofNullable(value), findings);
  }

  public static <T> Outcome<T> failure(Finding... findings) {
    return new Outcome<>(Optional.empty(), List.of(findings));
  }

  /// Whether any finding is an error.
  public boolean hasErrors() {
    return Finding.anyError(findings);
  }
}
