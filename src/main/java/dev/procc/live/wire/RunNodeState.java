package dev.procc.live.wire;

import java.util.Locale;

/// How a group or job of a run stands.
public enum RunNodeState {
  DONE,
  OPEN,
  WAITING,
  CANCELLED,
  ERROR;

  /// By the server's word, in any case; one that is not known is taken for waiting.
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

  /// Whether nothing more is to be done for it.
  public boolean isOver() {
    return this == DONE || this == CANCELLED;
  }
}
