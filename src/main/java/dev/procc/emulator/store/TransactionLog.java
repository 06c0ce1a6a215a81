package dev.procc.emulator.store;

import dev.procc.base.json.Json;

/// The log to which transactions are written before they are answered.
public interface TransactionLog {
  /// A log that stores nothing: rows are in memory only.
  TransactionLog NONE =
      new TransactionLog() {
        @Override
        public void append(Json line) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /// Appends a transaction. Called by one thread at a time.
  void append(Json line);

  /// Returns when everything appended before the call is on disk.
  void flush();

  void close();
}
