package dev.procc.model.catalog;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A map from rows of the field table to values, in the order in which they are put.
///
/// A node has some ten fields and a project has 30,000 nodes: a linear search is as fast as hashing
/// and takes a fifth of the memory of a linked hash map. Once the map is frozen, nothing can be
/// put.
public final class FieldMap<V> extends AbstractMap<FieldSpec, V> {
  private static final Object[] NOTHING = {};

  /// Rows and their values, alternating.
  private Object[] slots;

  private int used;
  private boolean frozen;

  private FieldMap(Object[] slots, int used) {
    this.slots = slots;
    this.used = used;
  }

  /// Creates an empty map.
  ///
  /// @param expected the number of rows that are expected
  public FieldMap(int expected) {
    this(new Object[2 * expected], 0);
  }

  /// An immutable copy of minimal size; the map itself if it is immutable already.
  public static <V> Map<FieldSpec, V> copyOf(Map<FieldSpec, V> map) {
    if (map instanceof FieldMap<V> known && known.frozen) {
      return known;
    }
    FieldMap<V> copy;
    if (map instanceof FieldMap<V> known) {
      copy = new FieldMap<>(Arrays.copyOf(known.slots, known.used), known.used);
    } else {
      copy = new FieldMap<>(map.isEmpty() ? NOTHING : new Object[2 * map.size()], 0);
      for (Map.Entry<FieldSpec, V> entry : map.entrySet()) {
        copy.append(entry.getKey(), entry.getValue());
      }
    }
    return copy.freeze();
  }

  /// Makes this map immutable and returns it.
  public Map<FieldSpec, V> freeze() {
    if (slots.length > used) {
      slots = used == 0 ? NOTHING : Arrays.copyOf(slots, used);
    }
    frozen = true;
    return this;
  }

  /// The value of the field with a role; null if absent.
  public static <V> @Nullable V find(Map<FieldSpec, V> map, FieldRole role) {
    if (map instanceof FieldMap<V> known) {
      for (int at = 0; at < known.used; at += 2) {
        if (((FieldSpec) known.slots[at]).role() == role) {
          return known.valueAt(at);
        }
      }
      return null;
    }
    for (Map.Entry<FieldSpec, V> entry : map.entrySet()) {
      if (entry.getKey().role() == role) {
        return entry.getValue();
      }
    }
    return null;
  }

  private int indexOf(@Nullable Object row) {
    for (int at = 0; at < used; at += 2) {
      if (slots[at] == row) {
        return at;
      }
    }
    return -1;
  }

  @SuppressWarnings("unchecked")
  private V valueAt(int at) {
    return (V) slots[at + 1];
  }

  @Override
  public @Nullable V get(@Nullable Object row) {
    int at = indexOf(row);
    return at < 0 ? null : valueAt(at);
  }

  @Override
  public boolean containsKey(@Nullable Object row) {
    return indexOf(row) >= 0;
  }

  /// @throws UnsupportedOperationException if the map is frozen
  @Override
  public @Nullable V put(FieldSpec row, V value) {
    if (frozen) {
      throw new UnsupportedOperationException("put " + row);
    }
    int at = indexOf(row);
    if (at < 0) {
      append(row, value);
      return null;
    }
    V before = valueAt(at);
    slots[at + 1] = value;
    return before;
  }

  private void append(FieldSpec row, V value) {
    if (used == slots.length) {
      slots = Arrays.copyOf(slots, Math.max(8, used * 2));
    }
    slots[used++] = row;
    slots[used++] = value;
  }

  @Override
  public int size() {
    return used / 2;
  }

  @Override
  public Set<Map.Entry<FieldSpec, V>> entrySet() {
    return new FieldEntrySet();
  }

  /// Not cached, and without an entry for each row.
  @Override
  public Set<FieldSpec> keySet() {
    return new FieldKeySet();
  }

  // Without an entry for each row: it is called for every node.
  @Override
  public void forEach(BiConsumer<? super FieldSpec, ? super V> action) {
    for (int at = 0; at < used; at += 2) {
      action.accept((FieldSpec) slots[at], valueAt(at));
    }
  }

  /// Not cached, unlike in AbstractMap: 60,000 views would cost memory.
  @Override
  public Collection<V> values() {
    List<V> all = new ArrayList<>(used / 2);
    for (int at = 0; at < used; at += 2) {
      all.add(valueAt(at));
    }
    return all;
  }

  private final class FieldEntrySet extends AbstractSet<Map.Entry<FieldSpec, V>> {
    @Override
    public int size() {
      return used / 2;
    }

    @Override
    public Iterator<Map.Entry<FieldSpec, V>> iterator() {
      return new FieldEntryIterator();
    }
  }

  private final class FieldKeySet extends AbstractSet<FieldSpec> {
    @Override
    public int size() {
      return used / 2;
    }

    @Override
    public boolean contains(@Nullable Object row) {
      return containsKey(row);
    }

    @Override
    public Iterator<FieldSpec> iterator() {
      return new FieldKeyIterator();
    }
  }

  private final class FieldKeyIterator implements Iterator<FieldSpec> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < used;
    }

    @Override
    public FieldSpec next() {
      if (next >= used) {
        throw new NoSuchElementException();
      }
      next += 2;
      return (FieldSpec) slots[next - 2];
    }
  }

  private final class FieldEntryIterator implements Iterator<Map.Entry<FieldSpec, V>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < used;
    }

    @Override
    public Map.Entry<FieldSpec, V> next() {
      if (next >= used) {
        throw new NoSuchElementException();
      }
      int at = next;
      next += 2;
      return new AbstractMap.SimpleImmutableEntry<>((FieldSpec) slots[at], valueAt(at));
    }
  }
}
