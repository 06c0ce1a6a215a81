package dev.procc.emulator.store;

/// What a row is. The name is the word in the log and in snapshots.
public enum RowKind {
  PROCESS,
  RUN,
  GROUP,
  JOB,
  META
}
