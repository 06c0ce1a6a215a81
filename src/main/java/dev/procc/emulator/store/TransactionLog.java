package dev.procc.emulator.store;

import dev.procc.base.json.Json;

/// The log to which transactions are written before they are answered.
public interface TransactionLog {
  /// No log: rows live in memory only.
  TransactionLog NONE =
      new TransactionLog() {
        @Override
        public void append(Json line) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /// Adds a transaction. Called by one thread at a time.
  void append(Json line);

  /// Returns when everything appended before the call is on disk.
  void flush();

  void close();
}
