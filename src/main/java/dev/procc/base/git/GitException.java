package dev.procc.base.git;

/// The git program is not there, does not end, or says no.
public final class GitException extends Exception {
  private static final long serialVersionUID = 1L;

  public GitException(String message) {
    super(message);
  }

  public GitException(String message, Throwable cause) {
    super(message, cause);
  }

  public String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
