package dev.procc.live.planfile.change;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is computed when it is first needed, and then kept unless that is not wanted.
///
/// What only the file of a plan contains, such as derivations, costs more than the plan itself, and
/// a plan that is just shown never needs it. Two are equal if their values are; the supplier must
/// be a pure function of immutable inputs, so that it does not matter when it runs. Safe for use by
/// several threads.
///
/// ```java
/// Lazy<String> hash = Lazy.from(() -> ProcessJson.contentHash(process));
/// ```
public final class Lazy<T> {
  private final boolean isKept;
  private @Nullable Supplier<? extends T> supplier;
  private @Nullable T value;

  private Lazy(@Nullable Supplier<? extends T> supplier, @Nullable T value, boolean isKept) {
    this.isKept = isKept;
    this.supplier = supplier;
    this.value = value;
  }

  public static <T> Lazy<T> from(Supplier<? extends T> supplier) {
    return new Lazy<>(supplier, null, true);
  }

  /// A value that is computed each time, since it is much larger than what it is made of.
  public static <T> Lazy<T> unkept(Supplier<? extends T> supplier) {
    return new Lazy<>(supplier, null, false);
  }

  /// A value that is already computed.
  public static <T> Lazy<T> of(T value) {
    return new Lazy<>(null, value, true);
  }

  public synchronized T get() {
    T made = value;
    if (made == null) {
      made = Objects.requireNonNull(supplier).get();
      if (isKept) {
        value = made;
        supplier = null;
      }
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
