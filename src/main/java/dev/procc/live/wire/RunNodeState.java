package dev.procc.live.wire;

import java.util.Locale;

/// The state of a group or job of a run.
public enum RunNodeState {
  DONE,
  OPEN,
  WAITING,
  CANCELLED,
  ERROR;

  /// The state for the server's word in any case; an unknown one counts as waiting.
  public static RunNodeState ofStatus(String status) {
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "complete" -> DONE;
      case "running" -> OPEN;
      case "cancelled", "cancelling" -> CANCELLED;
      case "error", "errorhold" -> ERROR;
      default -> WAITING;
    };
  }

  /// `done`, `open`, `waiting`, `cancelled` or `error`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it is done or cancelled.
  public boolean isOver() {
    return this == DONE || this == CANCELLED;
  }
}
