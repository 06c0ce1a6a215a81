package dev.procc.live.planfile.format;

/// A text that is not a plan file this program can carry out.
public final class PlanFileException extends Exception {
  private static final long serialVersionUID = 1L;

  public PlanFileException(String message) {
    super(message);
  }

  public PlanFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
