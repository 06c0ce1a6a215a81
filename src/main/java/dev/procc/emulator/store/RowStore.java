package dev.procc.emulator.store;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A store of JSON rows by kind and id. Transactions run one at a time and are atomic; each is one
/// line of the log, and `flush` waits until the log is on disk.
public final class RowStore implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<RowKind, Map<String, Json.Obj>> rows = new EnumMap<>(RowKind.class);
  private final List<RowChange> changes = new ArrayList<>();
  private final TransactionLog log;

  /// @param log to which transactions are added
  /// @param lines earlier transactions, which are replayed
  public RowStore(TransactionLog log, List<Json> lines) {
    this.log = log;
    for (RowKind kind : RowKind.values()) {
      rows.put(kind, new LinkedHashMap<>());
    }
    for (Json line : lines) {
      replay(line);
    }
  }

  /// A store with the rows of another one and another log.
  RowStore(TransactionLog log, RowStore other) {
    this(log, List.of());
    rows.putAll(other.rows);
  }

  /// A store without a log.
  public static RowStore inMemory() {
    return new RowStore(TransactionLog.NONE, List.of());
  }

  /// Runs a transaction, which is committed if it returns and rolled back if it throws.
  public <T> T transact(Supplier<T> body) {
    lock.lock();
    try {
      if (lock.getHoldCount() > 1) {
        return body.get();
      }
      boolean done = false;
      try {
        T result = body.get();
        commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          undo();
        }
        changes.clear();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits until every committed transaction is on disk.
  public void flush() {
    log.flush();
  }

  public Json.@Nullable Obj get(RowKind kind, String id) {
    lock.lock();
    try {
      return table(kind).get(id);
    } finally {
      lock.unlock();
    }
  }

  /// The rows of a kind in the order in which they were added; only to be read in a transaction.
  public Collection<Json.Obj> all(RowKind kind) {
    return table(kind).values();
  }

  public void put(RowKind kind, String id, Json.Obj row) {
    changes.add(new RowChange(kind, id, table(kind).put(id, row), row));
  }

  private Map<String, Json.Obj> table(RowKind kind) {
    Map<String, Json.Obj> table = rows.get(kind);
    if (table == null) {
      throw new IllegalStateException(kind.name());
    }
    return table;
  }

  /// All rows, as `{"process": {id: row}, ...}`.
  public Json.Obj snapshot() {
    return transact(() -> {
      Json.Builder out = Json.object();
      for (RowKind kind : RowKind.values()) {
        out.put(kindWord(kind), new Json.Obj(new LinkedHashMap<>(table(kind))));
      }
      return out.build();
    });
  }

  /// Replaces all rows by those of a snapshot.
  public void restore(Json.Obj snapshot) {
    transact(() -> {
      for (RowKind kind : RowKind.values()) {
        for (String id : List.copyOf(table(kind).keySet())) {
          changes.add(new RowChange(kind, id, table(kind).remove(id), null));
        }
        for (var row : snapshot.obj(kindWord(kind)).orElse(Json.Obj.EMPTY).members().entrySet()) {
          if (row.getValue() instanceof Json.Obj value) {
            put(kind, row.getKey(), value);
          }
        }
      }
      return snapshot;
    });
  }

  private void commit() {
    if (changes.isEmpty()) {
      return;
    }
    List<Json> line = new ArrayList<>();
    for (RowChange change : lastChanges()) {
      Json after = change.after() == null ? Json.NULL : change.after();
      line.add(Json.array(Json.of(kindWord(change.kind())), Json.of(change.id()), after));
    }
    log.append(Json.array(line));
  }

  /// The last change of each row, in the order in which rows were first changed.
  private Collection<RowChange> lastChanges() {
    Map<String, RowChange> last = new LinkedHashMap<>();
    for (RowChange change : changes) {
      last.put(change.kind() + ":" + change.id(), change);
    }
    return last.values();
  }

  private void undo() {
    for (RowChange change : changes.reversed()) {
      if (change.before() == null) {
        table(change.kind()).remove(change.id());
      } else {
        table(change.kind()).put(change.id(), change.before());
      }
    }
  }

  private void replay(Json line) {
    if (line instanceof Json.Arr entries) {
      for (Json entry : entries.items()) {
        if (entry instanceof Json.Arr change
            && change.items().size() == 3
            && change.items().get(0) instanceof Json.Str kind
            && change.items().get(1) instanceof Json.Str id) {
          Map<String, Json.Obj> table =
              table(RowKind.valueOf(kind.value().toUpperCase(Locale.ROOT)));
          if (change.items().get(2) instanceof Json.Obj row) {
            table.put(id.value(), row);
          } else {
            table.remove(id.value());
          }
        }
      }
    }
  }

  private static String kindWord(RowKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// Closes the log.
  @Override
  public void close() {
    log.close();
  }

  private record RowChange(
      RowKind kind, String id, Json.@Nullable Obj before, Json.@Nullable Obj after) {}
}
