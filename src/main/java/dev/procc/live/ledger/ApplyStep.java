package dev.procc.live.ledger;

import java.util.Locale;
import java.util.Optional;

/// The steps of an apply that the ledger names before their calls are sent, so that a crash can be
/// recovered.
public enum ApplyStep {
  /// The apply has begun and nothing was sent.
  BEGIN,
  /// A PATCH is sent.
  PATCHING,
  /// A batch of names is sent.
  RENAMING,
  /// A new process is created.
  CREATING,
  /// The new process exists under a known id and is not yet the current one.
  CREATED,
  /// The new process is the current one, the former one is still live.
  SWITCHED,
  /// The process is moved to the bin.
  TRASHING,
  /// A former process is taken out of the bin.
  RESTORING,
  /// Tasks are added to a run.
  ADDING,
  /// A run is started.
  RUNNING;

  /// As the ledger writes it, `patching`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether a call is sent in it whose response may be lost.
  public boolean sendsCall() {
    return this != BEGIN && this != CREATED && this != SWITCHED;
  }

  static Optional<ApplyStep> of(String text) {
    for (ApplyStep step : values()) {
      if (step.text().equals(text)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }
}
