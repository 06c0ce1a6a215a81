package dev.procc.emulator.http;

/// An operation of the API. It runs in its own transaction, which is rolled back if it throws.
@FunctionalInterface
public interface Endpoint {
  Reply handle(ServerRequest request);
}
