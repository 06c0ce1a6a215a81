package dev.procc.live.http;

import java.io.IOException;

/// An exchange without a whole response.
public final class TransportException extends IOException {
  private static final long serialVersionUID = 1L;

  static final long MAX_RESPONSE_BYTES = 64L << 20;

  static final String TOO_LARGE =
      "the answer is larger than " + (MAX_RESPONSE_BYTES >> 20) + " MiB";

  private final boolean mayHaveArrived;

  /// @param mayHaveArrived whether the server may have got the request
  TransportException(boolean mayHaveArrived, String message, Throwable cause) {
    super(message, cause);
    this.mayHaveArrived = mayHaveArrived;
  }

  public boolean mayHaveArrived() {
    return mayHaveArrived;
  }

  /// Whether an answer came that is larger than any of the API: another try would bring it again.
  public boolean isTooLarge() {
    return getMessage().equals(TOO_LARGE);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
