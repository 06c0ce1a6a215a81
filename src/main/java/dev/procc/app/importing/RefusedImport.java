package dev.procc.app.importing;

import dev.procc.app.Failure;

/// A process that is not imported.
///
/// @param kind of the reason
/// @param message for people, with the id
/// @param help a way out
/// @param bound whether it already belongs to a definition: among several it is skipped, so that
///   the same command continues an interrupted import
public record RefusedImport(
    String id, Failure.Kind kind, String message, String help, boolean bound) {
  RefusedImport(String id, Failure.Kind kind, String message, String help) {
    this(id, kind, message, help, false);
  }

  static RefusedImport refused(String id, String message, String help) {
    return new RefusedImport(id, Failure.Kind.REFUSED, message, help);
  }
}
