package dev.procc.emulator.store;

import dev.procc.base.json.Json;
import java.util.function.Supplier;

/// The log to which transactions are written before they are answered.
public interface TransactionLog {
  /// A log that stores nothing: rows are in memory only.
  TransactionLog NONE =
      new TransactionLog() {
        @Override
        public void append(Json line, Supplier<Json.Obj> rows) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /// Appends a transaction. Called by one thread at a time.
  ///
  /// @param rows all rows after it, for a log that is rewritten
  void append(Json line, Supplier<Json.Obj> rows);

  /// Returns when everything appended before the call is on disk.
  void flush();

  void close();
}
