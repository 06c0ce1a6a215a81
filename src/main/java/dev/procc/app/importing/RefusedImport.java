package dev.procc.app.importing;

import dev.procc.app.Failure;

/// A process that is not imported.
///
/// @param kind what kept it from being imported
/// @param message for people, with the id
/// @param help a way out
/// @param bound whether it is bound already: among several it is passed over, so that an import
///   that was cut off goes on with the same command
public record RefusedImport(
    String id, Failure.Kind kind, String message, String help, boolean bound) {
  RefusedImport(String id, Failure.Kind kind, String message, String help) {
    this(id, kind, message, help, false);
  }

  static RefusedImport refused(String id, String message, String help) {
    return new RefusedImport(id, Failure.Kind.REFUSED, message, help);
  }
}
