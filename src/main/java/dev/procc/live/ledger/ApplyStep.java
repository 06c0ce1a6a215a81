package dev.procc.live.ledger;

import java.util.Locale;
import java.util.Optional;

/// A step of an apply, which the ledger records before its call is sent, so that a crash can be
/// recovered.
public enum ApplyStep {
  /// The apply has begun; nothing has been sent.
  BEGIN,
  /// A PATCH is sent.
  PATCHING,
  /// A batch of names is sent.
  RENAMING,
  /// A new process is created.
  CREATING,
  /// The new process exists with a known id, and is not the current one yet.
  CREATED,
  /// The new process is the current one; the former one is still live.
  SWITCHED,
  /// The process is moved to the bin.
  TRASHING,
  /// A former process is taken out of the bin.
  RESTORING,
  /// Tasks are added to a run.
  ADDING,
  /// A run is started.
  RUNNING,
  /// The entry is removed once that is recorded.
  FORGETTING;

  /// The name in the ledger, `patching`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it sends a call whose response may be lost.
  public boolean sendsCall() {
    return this != BEGIN && this != CREATED && this != SWITCHED && this != FORGETTING;
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
