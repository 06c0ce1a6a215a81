package dev.procc.emulator.store;

/// What a row is. The name is the word in the log and in snapshots.
public enum Kind {
  PROCESS,
  RUN,
  GROUP,
  JOB,
  META
}
