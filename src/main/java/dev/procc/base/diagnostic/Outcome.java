package dev.procc.base.diagnostic;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a step gives back: a value, where there is one, and everything that was found.
///
/// A step never throws on bad input. A value may come with errors: as much as could be saved.
///
/// @param value absent when nothing could be made of the input
public record Outcome<T>(Optional<T> value, List<Diagnostic> diagnostics) {
  public Outcome {
    diagnostics = List.copyOf(diagnostics);
  }

  public static <T> Outcome<T> of(T value) {
    return new Outcome<>(Optional.of(value), List.of());
  }

  public static <T> Outcome<T> of(@Nullable T value, List<Diagnostic> diagnostics) {
    return new Outcome<>(Optional.ofNullable(value), diagnostics);
  }

  public static <T> Outcome<T> failure(Diagnostic... diagnostics) {
    return new Outcome<>(Optional.empty(), List.of(diagnostics));
  }

  /// Whether any finding is an error.
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }
}
