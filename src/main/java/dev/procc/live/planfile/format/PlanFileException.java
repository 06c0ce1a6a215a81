package dev.procc.live.planfile.format;

/// The reason why a text is not a plan file that this program can apply.
public final class PlanFileException extends Exception {
  private static final long serialVersionUID = 1L;

  public PlanFileException(String message) {
    super(message);
  }

  public PlanFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
