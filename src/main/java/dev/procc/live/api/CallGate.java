package dev.procc.live.api;

/// A gate that every attempt of a writing call passes right before it is sent, after all waits: a
/// wait for the rate limit can be longer than a lease.
public interface CallGate {
  /// A gate that lets every call through.
  CallGate OPEN = operation -> {};

  /// @throws ApiException if the call must not be sent
  void pass(ApiOperation operation) throws ApiException;
}
