package dev.procc.base.git;

/// The failure of a call of git: it is missing, does not end in time, or reports an error.
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
