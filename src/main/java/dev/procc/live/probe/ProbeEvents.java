package dev.procc.live.probe;

/// Told while the probes are made.
public interface ProbeEvents {
  /// A probe begins.
  ///
  /// @param number from 1 on
  /// @param of how many
  default void probing(Probe probe, int number, int of) {}

  /// A probe ended.
  default void answered(Answer answer) {}

  /// What was made is put into the trash.
  default void cleaning(int processes) {}
}
