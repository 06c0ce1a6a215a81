package dev.procc.emulator.store;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
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
  /// What the reader of the log takes, less what a transaction and a snapshot put around a row.
  private static final int MAX_DEPTH = 190;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<RowKind, Map<String, Json.Obj>> rows = new EnumMap<>(RowKind.class);
  private final List<RowChange> changes = new ArrayList<>();
  private final TransactionLog log;

  private RowStore(TransactionLog log) {
    this.log = log;
    for (RowKind kind : RowKind.values()) {
      rows.put(kind, new LinkedHashMap<>());
    }
  }

  /// A store with the rows of another one.
  ///
  /// @param log to which transactions are added
  RowStore(TransactionLog log, RowStore other) {
    this(log);
    rows.putAll(other.rows);
  }

  /// A store without a log.
  public static RowStore inMemory() {
    return new RowStore(TransactionLog.NONE);
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

  /// Stores a row.
  ///
  /// @throws ErrorReply 400 if it is nested deeper than the log can be read
  public void put(RowKind kind, String id, Json.Obj row) {
    if (isDeeper(row, MAX_DEPTH)) {
      throw ErrorReply.of(
          400, "INVALID_ARGUMENT", "Values are nested deeper than " + MAX_DEPTH + " levels");
    }
    changes.add(new RowChange(kind, id, table(kind).put(id, row), row));
  }

  private static boolean isDeeper(Json value, int levels) {
    return switch (value) {
      case Json.Obj object -> isOneDeeper(object.members().values(), levels);
      case Json.Arr array -> isOneDeeper(array.items(), levels);
      default -> false;
    };
  }

  private static boolean isOneDeeper(Collection<Json> values, int levels) {
    if (levels == 0) {
      return true;
    }
    for (Json value : values) {
      if (isDeeper(value, levels - 1)) {
        return true;
      }
    }
    return false;
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
  ///
  /// @throws ErrorReply 400 if it is not a whole snapshot
  public void restore(Json.Obj snapshot) {
    transact(() -> {
      for (RowKind kind : RowKind.values()) {
        for (String id : List.copyOf(table(kind).keySet())) {
          changes.add(new RowChange(kind, id, table(kind).remove(id), null));
        }
        Json.Obj given = snapshot.obj(kindWord(kind)).orElseThrow(() -> noSnapshot(kind, ""));
        given.members().forEach((id, value) -> put(kind, id, checkedRow(kind, id, value)));
      }
      return snapshot;
    });
  }

  private static Json.Obj checkedRow(RowKind kind, String id, Json value) {
    Json.Obj row = value instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    Json.Obj named = kind == RowKind.PROCESS ? row.obj("process").orElse(Json.Obj.EMPTY) : row;
    if (kind != RowKind.META && !named.text("id").orElse("").equals(id)) {
      throw noSnapshot(kind, "/" + id);
    }
    return row;
  }

  private static ErrorReply noSnapshot(RowKind kind, String at) {
    return ErrorReply.invalid(
        "The body is not the snapshot of an emulator", "/" + kindWord(kind) + at);
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
    log.append(Json.array(line), this::snapshot);
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

  /// Repeats a transaction of a log.
  ///
  /// @throws IllegalArgumentException if the line is none
  void replay(Json line) {
    for (Json entry : line instanceof Json.Arr entries ? entries.items() : List.of(line)) {
      if (entry instanceof Json.Arr change
          && change.items().size() == 3
          && change.items().get(0) instanceof Json.Str kind
          && change.items().get(1) instanceof Json.Str id) {
        replay(table(kind(kind.value())), id.value(), change.items().get(2));
      } else {
        throw new IllegalArgumentException("it is not a transaction");
      }
    }
  }

  private static void replay(Map<String, Json.Obj> table, String id, Json after) {
    if (after instanceof Json.Obj row) {
      table.put(id, row);
    } else {
      table.remove(id);
    }
  }

  private static RowKind kind(String word) {
    for (RowKind kind : RowKind.values()) {
      if (kindWord(kind).equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("there are no rows of the kind \"" + word + "\"");
  }

  private static String kindWord(RowKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// Closes the log, after a transaction that is under way.
  @Override
  public void close() {
    lock.lock();
    try {
      log.close();
    } finally {
      lock.unlock();
    }
  }

  private record RowChange(
      RowKind kind, String id, Json.@Nullable Obj before, Json.@Nullable Obj after) {}
}
