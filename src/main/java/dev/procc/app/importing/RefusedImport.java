package dev.procc.app.importing;

import dev.procc.app.Failure;

/// A process that is not imported.
///
/// @param kind what kept it from being imported
/// @param message for people, with the id
/// @param help a way out
public record RefusedImport(String id, Failure.Kind kind, String message, String help) {
  static RefusedImport refused(String id, String message, String help) {
    return new RefusedImport(id, Failure.Kind.REFUSED, message, help);
  }
}
