package dev.procc.emulator.store;

/// The kind of a row. Logs and snapshots use its name in lower case.
public enum RowKind {
  PROCESS,
  RUN,
  GROUP,
  JOB,
  META
}
