package dev.procc.base.source;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where every field of a process came from: by node, then by field, in the order they were noted.
///
/// A map from `FieldRef` to look at; what it holds is one short row a node, since a process of
/// 3,000 jobs has some 25,000 fields. Filled once, by `note`.
public final class Origins extends AbstractMap<FieldRef, Origin> {
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private int size;

  /// Field and origin by turns.
  private static final class Row {
    private Object[] slots;
    private int used;

    Row(int expected) {
      slots = new Object[2 * expected];
    }

    int place(String field) {
      for (int at = 0; at < used; at += 2) {
        if (slots[at].equals(field)) {
          return at;
        }
      }
      return -1;
    }

    String field(int at) {
      return (String) slots[at];
    }

    Origin origin(int at) {
      return (Origin) slots[at + 1];
    }
  }

  /// Notes where a field of a node came from; what was noted of it before is gone.
  ///
  /// @param expected how many fields the node has
  public void note(String address, String field, Origin origin, int expected) {
    Row row = rows.get(address);
    if (row == null) {
      row = new Row(expected);
      rows.put(address, row);
    }
    int at = row.place(field);
    if (at >= 0) {
      row.slots[at + 1] = origin;
      return;
    }
    if (row.used == row.slots.length) {
      row.slots = Arrays.copyOf(row.slots, row.used + 4);
    }
    row.slots[row.used++] = field;
    row.slots[row.used++] = origin;
    size++;
  }

  /// Where a field of a node came from; absent where it has no value.
  public @Nullable Origin of(String address, String field) {
    Row row = rows.get(address);
    int at = row == null ? -1 : row.place(field);
    return row == null || at < 0 ? null : row.origin(at);
  }

  @Override
  public @Nullable Origin get(@Nullable Object key) {
    return key instanceof FieldRef ref ? of(ref.address(), ref.field()) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Set<Map.Entry<FieldRef, Origin>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<FieldRef, Origin>> {
    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Map.Entry<FieldRef, Origin>> iterator() {
      return new Walk(new ArrayList<>(rows.entrySet()));
    }
  }

  private static final class Walk implements Iterator<Map.Entry<FieldRef, Origin>> {
    private final List<Map.Entry<String, Row>> rows;
    private int row;
    private int at;

    Walk(List<Map.Entry<String, Row>> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return row < rows.size();
    }

    @Override
    public Map.Entry<FieldRef, Origin> next() {
      if (row >= rows.size()) {
        throw new NoSuchElementException();
      }
      String address = rows.get(row).getKey();
      Row of = rows.get(row).getValue();
      FieldRef ref = new FieldRef(address, of.field(at));
      Origin origin = of.origin(at);
      at += 2;
      if (at >= of.used) {
        row++;
        at = 0;
      }
      return Map.entry(ref, origin);
    }
  }
}
