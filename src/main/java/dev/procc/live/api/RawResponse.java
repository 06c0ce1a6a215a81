package dev.procc.live.api;

import dev.procc.base.json.Json;

/// The response to a call that was sent as it was written, success or not.
///
/// @param json the body; null in JSON's sense where it has none or is no JSON
/// @param requestId the server's name of the exchange; empty if it gave none
public record RawResponse(int status, Json json, String requestId) {
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
