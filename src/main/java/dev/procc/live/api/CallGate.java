package dev.procc.live.api;

/// What is asked right before each attempt of a call that writes, after whatever it waited for: a
/// wait for the rate limit lasts longer than others count on this program.
public interface CallGate {
  /// Lets every call through.
  CallGate OPEN = operation -> {};

  /// @throws ApiException the call is not sent
  void pass(ApiOperation operation) throws ApiException;
}
