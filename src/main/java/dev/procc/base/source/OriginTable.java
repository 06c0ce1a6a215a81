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

/// The origins of the fields of a process, by node and field, in the order in which they are set.
///
/// It reads as a map from `FieldRef`, but stores one short row a node, since a process of 3,000
/// jobs has some 25,000 fields.
public final class OriginTable extends AbstractMap<FieldRef, Origin> {
  private final Map<String, NodeOrigins> rows = new LinkedHashMap<>();
  private int size;

  /// Fields and their origins, alternating.
  private static final class NodeOrigins {
    private Object[] slots;
    private int used;

    NodeOrigins(int expected) {
      slots = new Object[2 * expected];
    }

    int indexOf(String field) {
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

  /// Sets the origin of a field of a node, in place of an earlier one.
  ///
  /// @param expected the number of fields that the node has
  public void set(String address, String field, Origin origin, int expected) {
    NodeOrigins row = rows.get(address);
    if (row == null) {
      row = new NodeOrigins(expected);
      rows.put(address, row);
    }
    int at = row.indexOf(field);
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

  /// The origin of a field of a node; null if the field has no value.
  public @Nullable Origin origin(String address, String field) {
    NodeOrigins row = rows.get(address);
    int at = row == null ? -1 : row.indexOf(field);
    return row == null || at < 0 ? null : row.origin(at);
  }

  @Override
  public @Nullable Origin get(@Nullable Object key) {
    return key instanceof FieldRef ref ? origin(ref.address(), ref.field()) : null;
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
    return new OriginEntrySet();
  }

  private final class OriginEntrySet extends AbstractSet<Map.Entry<FieldRef, Origin>> {
    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Map.Entry<FieldRef, Origin>> iterator() {
      return new OriginEntryIterator(new ArrayList<>(rows.entrySet()));
    }
  }

  private static final class OriginEntryIterator implements Iterator<Map.Entry<FieldRef, Origin>> {
    private final List<Map.Entry<String, NodeOrigins>> rows;
    private int row;
    private int at;

    OriginEntryIterator(List<Map.Entry<String, NodeOrigins>> rows) {
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
      NodeOrigins of = rows.get(row).getValue();
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
