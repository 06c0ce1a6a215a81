package dev.procc.base.json;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A JSON value. Immutable; the members of an object keep their order, which takes no part in
/// equality.
public sealed interface Json {
  /// The only `null`. Nothing else creates a `Null`, so that its class is initialized from here
  /// alone.
  @SuppressWarnings("ClassInitializationDeadlock")
  Json NULL = new Null();

  /// An object: names are unique, order is kept.
  record Obj(Map<String, Json> members) implements Json {
    public static final Obj EMPTY = new Obj(Map.of());

    public Obj {
      members =
          Collections.unmodifiableMap(
              members instanceof JsonMembers<Json> ? members : new LinkedHashMap<>(members));
    }

    /// JSON with one member a line, each in compact form, and a line end at the end.
    ///
    /// @param lists the members that are written with one item a line, so that a diff shows single
    ///   items
    public String lines(Set<String> lists) {
      return JsonWriter.lines(this, lists);
    }

    public @Nullable Json get(String name) {
      return members.get(name);
    }

    // Written out as in Str: the one of a record is linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || other instanceof Obj that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
      return members.hashCode();
    }

    /// The text of a member; empty if it is missing or is not a text.
    public Optional<String> text(String name) {
      return members.get(name) instanceof Str s ? Optional.of(s.value()) : Optional.empty();
    }

    /// The object of a member; empty if it is missing or is not an object.
    public Optional<Obj> obj(String name) {
      return members.get(name) instanceof Obj o ? Optional.of(o) : Optional.empty();
    }

    /// The elements of a member; none if it is missing or is not an array.
    public List<Json> items(String name) {
      return members.get(name) instanceof Arr a ? a.items() : List.of();
    }

    /// The value of a member that is `true` or `false`; for any other, `otherwise`.
    public boolean flag(String name, boolean otherwise) {
      return members.get(name) instanceof Bool b ? b.value() : otherwise;
    }

    /// The whole number of a member; empty if it is missing, is not a whole number, or exceeds a
    /// long.
    public Optional<Long> integer(String name) {
      return members.get(name) instanceof Num n ? n.asLong() : Optional.empty();
    }

    public boolean has(String name) {
      return members.containsKey(name);
    }

    /// A copy with one member set: in its old place, or at the end if it is new.
    public Obj with(String name, Json value) {
      Map<String, Json> copy = new LinkedHashMap<>(members);
      copy.put(name, value);
      return new Obj(copy);
    }

    public Obj without(String name) {
      Map<String, Json> copy = new LinkedHashMap<>(members);
      copy.remove(name);
      return new Obj(copy);
    }
  }

  /// An array.
  record Arr(List<Json> items) implements Json {
    public static final Arr EMPTY = new Arr(List.of());

    public Arr {
      items = items instanceof ItemsOnDemand ? items : List.copyOf(items);
    }
  }

  /// An array whose items are made each time they are looked at: of many large ones, only one is
  /// there at a time.
  ///
  /// @param item makes the item at an index, the same each time
  static Arr onDemand(int size, IntFunction<Json> item) {
    return new Arr(new ItemsOnDemand(size, item));
  }

  /// A text.
  record Str(String value) implements Json {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Str that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /// A number with the digits it was given with; `1.0`, `1` and `1e0` are equal.
  record Num(BigDecimal value) implements Json {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Num that && value.compareTo(that.value) == 0;
    }

    @Override
    public int hashCode() {
      return value.signum() == 0 ? 0 : value.stripTrailingZeros().hashCode();
    }

    public Optional<Long> asLong() {
      try {
        return Optional.of(value.longValueExact());
      } catch (ArithmeticException notWhole) {
        return Optional.empty();
      }
    }
  }

  /// `true` or `false`.
  record Bool(boolean value) implements Json {}

  /// `null`.
  record Null() implements Json {}

  static Str of(String value) {
    return new Str(value);
  }

  static Bool of(boolean value) {
    return new Bool(value);
  }

  static Num of(long value) {
    return new Num(BigDecimal.valueOf(value));
  }

  static Arr array(List<? extends Json> items) {
    return new Arr(List.copyOf(items));
  }

  static Arr array(Json... items) {
    return new Arr(Arrays.asList(items));
  }

  /// An array of texts.
  static Arr texts(Iterable<String> values) {
    List<Json> items = new java.util.ArrayList<>();
    values.forEach(v -> items.add(of(v)));
    return new Arr(items);
  }

  static Builder object() {
    return new Builder();
  }

  /// Compact JSON, members in their order.
  default String write() {
    return JsonWriter.compact(this);
  }

  /// JSON over several lines, two spaces a level, members in their order, with a line end at the
  /// end.
  default String pretty() {
    return JsonWriter.pretty(this);
  }

  /// Gives the text of `pretty` in parts, so that it is never there as a whole.
  default void pretty(Consumer<String> parts) {
    JsonWriter.pretty(this, parts);
  }

  /// The part of the array's `pretty` that this item takes, with the bracket before the first item
  /// and the one after the last: for an array whose items are written one by one.
  ///
  /// @param index where it stands among the items
  /// @param count how many items the array has
  default String prettyItem(int index, int count) {
    return JsonWriter.prettyItem(this, index, count);
  }

  /// Canonical JSON, which is what is hashed (RFC 8785): members sorted by UTF-16 code units,
  /// numbers as ECMAScript writes them; a whole number that no double represents exactly keeps all
  /// its digits.
  default String canonical() {
    return JsonWriter.canonical(this);
  }

  /// SHA-256, in hex, over the canonical JSON, which is not made as a whole.
  default String sha256() {
    return JsonWriter.sha256(this);
  }

  /// A builder of an object; a member whose value is null is left out.
  final class Builder {
    private JsonMembers<Json> members = new JsonMembers<>();

    /// Whether an object was built that keeps the members.
    private boolean built;

    private Builder() {}

    public Builder put(String name, @Nullable Json value) {
      if (value == null) {
        return this;
      }
      if (built) {
        members = new JsonMembers<>(members);
        built = false;
      }
      members.put(name, value);
      return this;
    }

    public Builder put(String name, @Nullable String value) {
      return value == null ? this : put(name, of(value));
    }

    public Builder put(String name, boolean value) {
      return put(name, of(value));
    }

    public Builder put(String name, long value) {
      return put(name, of(value));
    }

    /// Puts the value, or JSON `null` for null: for members that are never left out.
    public Builder putNullable(String name, @Nullable String value) {
      return put(name, value == null ? NULL : of(value));
    }

    public Obj build() {
      built = true;
      return new Obj(members);
    }
  }

  /// Items that are not kept.
  final class ItemsOnDemand extends AbstractList<Json> implements RandomAccess {
    private final int size;
    private final IntFunction<Json> item;

    private ItemsOnDemand(int size, IntFunction<Json> item) {
      this.size = size;
      this.item = item;
    }

    @Override
    public Json get(int index) {
      return item.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
      return size;
    }
  }
}
