package dev.procc.base.finding;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a step gives back: a value, where there is one, and everything that was found.
///
/// A step never throws on bad input. A value may come with errors: as much as could be saved.
///
/// @param value absent when nothing could be made of the input
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
    return Findings.hasErrors(findings);
  }
}
