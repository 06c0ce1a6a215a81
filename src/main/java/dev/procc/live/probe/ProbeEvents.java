package dev.procc.live.probe;

/// A listener to a probe run.
public interface ProbeEvents {
  /// A probe begins.
  ///
  /// @param number from 1
  /// @param total number of probes
  default void probeStarted(Probe probe, int number, int total) {}

  /// A probe ended.
  default void probeAnswered(ProbeAnswer answer) {}

  /// The disposable processes are about to be trashed.
  default void cleanupStarted(int processes) {}
}
