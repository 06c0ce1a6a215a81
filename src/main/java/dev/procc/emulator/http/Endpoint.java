package dev.procc.emulator.http;

/// One operation: it runs alone in a transaction, and what it put is undone when it refuses.
@FunctionalInterface
public interface Endpoint {
  Reply handle(ServerRequest request);
}
