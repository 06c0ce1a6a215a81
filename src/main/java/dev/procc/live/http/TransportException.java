package dev.procc.live.http;

import java.io.IOException;

/// The failure of an exchange without a complete response.
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

  /// Whether the response is larger than any of the API, so that repeating the call is useless.
  public boolean isTooLarge() {
    return getMessage().equals(TOO_LARGE);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
