package dev.procc.live.api;

import dev.procc.base.json.Json;

/// The response to a literal call, successful or not.
///
/// @param json the body; JSON null if there is none or it is not JSON
/// @param requestId the server's id of the exchange; empty if it sent none
public record RawResponse(int status, Json json, String requestId) {
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
