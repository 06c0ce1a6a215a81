package dev.procc.live.wire;

/// The failure to read a body that is not as the API documents, with the place in it.
public final class WireException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String path;

  /// @param path JSON Pointer into the body; empty for the whole body
  public WireException(String path, String message) {
    super((path.isEmpty() ? "the body" : path) + ": " + message);
    this.path = path;
  }

  public String path() {
    return path;
  }
}
