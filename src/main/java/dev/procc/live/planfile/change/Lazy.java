package dev.procc.live.planfile.change;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made when it is first asked for, and kept.
///
/// What only the file of a plan holds, such as how each date came about, costs more than the plan
/// itself, and a plan that is merely shown never asks. Two are equal when their values are; the
/// maker must be a pure function of things that do not change, so that it does not matter when it
/// runs. Safe for several threads.
///
/// ```java
/// Lazy<String> hash = Lazy.from(() -> ProcessJson.contentHash(process));
/// ```
public final class Lazy<T> {
  private @Nullable Supplier<? extends T> supplier;
  private @Nullable T value;

  private Lazy(@Nullable Supplier<? extends T> supplier, @Nullable T value) {
    this.supplier = supplier;
    this.value = value;
  }

  public static <T> Lazy<T> from(Supplier<? extends T> supplier) {
    return new Lazy<>(supplier, null);
  }

  /// One that is there already.
  public static <T> Lazy<T> of(T value) {
    return new Lazy<>(null, value);
  }

  public synchronized T get() {
    T made = value;
    if (made == null) {
      made = Objects.requireNonNull(supplier).get();
      value = made;
      supplier = null;
    }
    return made;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Lazy<?> that && get().equals(that.get());
  }

  @Override
  public int hashCode() {
    return get().hashCode();
  }

  @Override
  public String toString() {
    return String.valueOf(get());
  }
}
