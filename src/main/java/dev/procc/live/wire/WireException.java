package dev.procc.live.wire;

/// A body that is not what the API's pages say, with the place where that shows.
public final class WireException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String path;

  /// @param path JSON Pointer into the body, empty for the whole of it
  public WireException(String path, String message) {
    super((path.isEmpty() ? "the body" : path) + ": " + message);
    this.path = path;
  }

  public String path() {
    return path;
  }
}
