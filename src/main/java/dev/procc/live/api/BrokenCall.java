package dev.procc.live.api;

import java.io.IOException;

/// An exchange without a whole answer.
final class BrokenCall extends IOException {
  private static final long serialVersionUID = 1L;
  private final boolean sent;

  /// @param sent whether the server may have got the request
  BrokenCall(boolean sent, String message, Throwable cause) {
    super(message, cause);
    this.sent = sent;
  }

  boolean sent() {
    return sent;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
