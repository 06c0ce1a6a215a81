package dev.procc.live.probe;

/// A listener to a run of probes.
public interface ProbeEvents {
  /// A probe begins.
  ///
  /// @param number from 1 on
  /// @param total how many
  default void probeStarted(Probe probe, int number, int total) {}

  /// A probe ended.
  default void probeAnswered(ProbeAnswer answer) {}

  /// The throw-away processes are put into the trash.
  default void cleanupStarted(int processes) {}
}
