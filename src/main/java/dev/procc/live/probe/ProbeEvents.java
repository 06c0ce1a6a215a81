package dev.procc.live.probe;

/// Told while the probes are made.
public interface ProbeEvents {
  /// A probe begins.
  ///
  /// @param number from 1 on
  /// @param total how many
  default void probeStarted(Probe probe, int number, int total) {}

  /// A probe ended.
  default void probeAnswered(ProbeAnswer answer) {}

  /// What was made is put into the trash.
  default void cleanupStarted(int processes) {}
}
