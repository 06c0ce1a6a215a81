package dev.procc.live.api;

import java.io.IOException;

/// An exchange without a whole response.
final class TransportException extends IOException {
  private static final long serialVersionUID = 1L;
  private final boolean mayHaveArrived;

  /// @param mayHaveArrived whether the server may have got the request
  TransportException(boolean mayHaveArrived, String message, Throwable cause) {
    super(message, cause);
    this.mayHaveArrived = mayHaveArrived;
  }

  boolean mayHaveArrived() {
    return mayHaveArrived;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
