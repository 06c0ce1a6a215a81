package dev.procc.emulator.store;

/// The kind of a row. Its name in lower case stands in the log and in snapshots.
public enum RowKind {
  PROCESS,
  RUN,
  GROUP,
  JOB,
  META
}
