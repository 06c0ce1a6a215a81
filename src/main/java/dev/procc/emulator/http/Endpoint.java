package dev.procc.emulator.http;

/// An operation of the API. It runs in a transaction of its own, which is undone if it throws.
@FunctionalInterface
public interface Endpoint {
  Reply handle(ServerRequest request);
}
